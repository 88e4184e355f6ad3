package io.jenkins.plugins.videogeneration.artifact;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hudson.FilePath;
import hudson.Launcher;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there that few have")
class DeliveryPlaceTest {

    @TempDir
    private Path folder;

    private Path workspace;
    private DeliveryPlace place;

    private record Place(FilePath workspace, Launcher launcher) implements DeliveryPlace {}

    @BeforeEach
    void makeWorkspace() throws IOException {
        workspace = Files.createDirectory(folder.resolve("workspace"));
        place = new Place(new FilePath(workspace.toFile()), null);
    }

    @Test
    void takesAFileThatIsNotThereYet() {
        assertDoesNotThrow(() -> place.check("file", "a/b/c.mp4"));
    }

    @Test
    void takesAFileThatIsThereAlready() throws IOException {
        Files.createDirectories(workspace.resolve("a"));
        Files.writeString(workspace.resolve("a/b.mp4"), "of the build before");
        assertDoesNotThrow(() -> place.check("file", "a/b.mp4"));
    }

    @Test
    void takesALinkThatStaysInside() throws IOException {
        Files.createDirectories(workspace.resolve("a"));
        Files.createSymbolicLink(workspace.resolve("b"), Path.of("a"));
        assertDoesNotThrow(() -> place.check("file", "b/c.mp4"));
    }

    @Test
    void refusesAFolderThatIsALinkOutOfTheWorkspace() throws IOException {
        Files.createSymbolicLink(workspace.resolve("out"), folder);
        assertRefused("out/a.mp4");
    }

    @Test
    void refusesAFileThatIsALinkOutOfTheWorkspace() throws IOException {
        Files.writeString(folder.resolve("other.txt"), "not of this build");
        Files.createSymbolicLink(workspace.resolve("a.mp4"), folder.resolve("other.txt"));
        assertRefused("a.mp4");
    }

    @Test
    void refusesALinkBelowALinkThatStaysInside() throws IOException {
        Files.createDirectories(workspace.resolve("a"));
        Files.createSymbolicLink(workspace.resolve("b"), Path.of("a"));
        Files.createSymbolicLink(workspace.resolve("a/out"), folder);
        assertRefused("b/out/c.mp4");
    }

    @Test
    void refusesALinkIntoNowhereOutsideTheWorkspace() throws IOException {
        Files.createSymbolicLink(workspace.resolve("out"), folder.resolve("not-there-yet"));
        assertRefused("out/a.mp4");
    }

    @Test
    void hasNothingToRefuseWithoutAWorkspace() {
        assertDoesNotThrow(() -> DeliveryPlace.NO_WORKSPACE.check("file", "a.mp4"));
    }

    private void assertRefused(String file) {
        InvalidRequestException refusal = assertThrows(InvalidRequestException.class, () -> place.check("file", file));
        assertEquals("file '" + file + "' leads out of the workspace through a link", refusal.getMessage());
    }
}
