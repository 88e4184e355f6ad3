package io.jenkins.plugins.videogeneration.artifact;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.FreeStyleBuild;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A copy that the disk does not take is not begun. The videos here say that they are large, and take no space. */
@WithJenkins
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file without content takes its space there")
class RoomForCopiesTest {

    private static final Matcher<String> FULL =
            allOf(containsString("the disk of "), containsString(" are needed and 67.1 MB stay free"));

    @TempDir
    private Path folder;

    @Test
    void neitherOfAnEarlierBuildNorToAWorkspace(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        Path artifacts = Files.createDirectories(build.getArtifactsDir().toPath());
        large(artifacts.resolve("boat.mp4"));

        IOException noReuse = assertThrows(
                IOException.class, () -> new ArtifactCopy(build).bring("boat.mp4", "", folder.resolve("copy.mp4")));
        assertThat(noReuse.getMessage(), FULL);
        assertThat(Files.exists(folder.resolve("copy.mp4.part")), is(false));

        Path fetched = Files.createDirectory(folder.resolve("fetched"));
        Path workspace = Files.createDirectory(folder.resolve("workspace"));
        long bytes = large(fetched.resolve("boat.mp4"));
        Files.writeString(fetched.resolve("boat.mp4.json"), "{}");
        RenderRecord record = RenderRecord.intended(
                        "key",
                        new RenderRequest("studio", List.of(), Map.of()),
                        "boat.mp4",
                        Instant.EPOCH,
                        Duration.ZERO,
                        Duration.ZERO)
                .fetched(new VideoFile("boat.mp4", bytes, "", 1, 1, 1), List.of());

        VideoDelivery delivery =
                new VideoDelivery(build, in(new FilePath(workspace.toFile())), false, TaskListener.NULL);

        IOException noCopy = assertThrows(IOException.class, () -> delivery.deliver(record, fetched));
        assertThat(noCopy.getMessage(), FULL);
        try (var left = Files.list(workspace)) {
            assertThat(left.count(), is(0L));
        }
    }

    private static long large(Path file) throws IOException {
        long free = Files.getFileStore(file.getParent()).getUsableSpace();
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(free + 1_000_000_000);
            return content.length();
        }
    }

    private static DeliveryPlace in(FilePath workspace) {
        return new DeliveryPlace() {
            @Override
            public FilePath workspace() {
                return workspace;
            }

            @Override
            public Launcher launcher() {
                return null;
            }
        };
    }
}
