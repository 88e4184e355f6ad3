package io.jenkins.plugins.videogeneration.artifact;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hudson.model.FreeStyleBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The controller's disk is not filled up, and no half of a video is left among the artifacts. */
@WithJenkins
class StandardStoreTest {

    private static JenkinsRule jenkins;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void aVideoThatTheDiskDoesNotTakeASecondTimeIsNotArchived() throws Exception {
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        long free = Files.getFileStore(run.getRootDir().toPath()).getUsableSpace();
        Map<String, Long> sizes = Map.of("boat.mp4", free + 1_000_000_000, "boat.mp4.json", 2L);

        StandardStore store = new StandardStore(run, run.pickArtifactManager());

        IOException e = assertThrows(IOException.class, () -> store.requireRoom(sizes));

        assertThat(
                e.getMessage(),
                allOf(
                        containsString("the disk of " + run.getRootDir()),
                        containsString(" are needed and 67.1 MB stay free")));
    }

    @Test
    void halfAVideoIsTakenOutOfTheArtifacts() throws Exception {
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        Path archive = Files.createDirectories(run.getArtifactsDir().toPath());
        Files.writeString(archive.resolve("boat.mp4"), "half");
        Files.writeString(archive.resolve("boat.mp4.json"), "{}");

        new StandardStore(run, run.pickArtifactManager()).dropHalves(Map.of("boat.mp4", 13L, "boat.mp4.json", 2L));

        assertThat(Files.exists(archive.resolve("boat.mp4")), is(false));
        assertThat(Files.exists(archive.resolve("boat.mp4.json")), is(true));
    }
}
