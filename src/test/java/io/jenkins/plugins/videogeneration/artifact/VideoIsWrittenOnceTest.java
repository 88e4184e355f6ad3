package io.jenkins.plugins.videogeneration.artifact;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import hudson.model.FreeStyleBuild;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** In the standard artifact store a video is the file that was fetched, and no copy of it. */
@WithJenkins
class VideoIsWrittenOnceTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    @Test
    void theArtifactIsTheFetchedFile(JenkinsRule jenkins) throws Exception {
        Settings.services(service.configured());
        RenderRecord record = new Builds(jenkins)
                .succeed("generateVideo prompt: 'A paper boat', file: 'videos/boat.mp4'")
                .getAction(BuildVideos.class)
                .records()
                .get(0);
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        Path folder = fetched(run, "first");
        VideoDelivery delivery = new VideoDelivery(run, DeliveryPlace.NO_WORKSPACE, true, TaskListener.NULL);
        delivery.deliver(record, folder);
        Path artifact = run.getArtifactsDir().toPath().resolve("videos/boat.mp4");
        assertThat(Files.isSameFile(artifact, folder.resolve("videos/boat.mp4")), is(true));
        delivery.cleanUp(record, folder);
        assertThat(Files.readString(artifact), is("first"));

        delivery.deliver(record, fetched(run, "second"));
        assertThat("an artifact of that name is replaced", Files.readString(artifact), is("second"));
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there that few have")
    @Test
    void aLinkAmongTheArtifactsDoesNotLeadTheVideoElsewhere(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        Path elsewhere = Files.createDirectories(run.getRootDir().toPath().resolve("elsewhere"));
        Path artifacts = Files.createDirectories(run.getArtifactsDir().toPath());
        Files.createSymbolicLink(artifacts.resolve("videos"), elsewhere);
        LinkedArtifacts store = LinkedArtifacts.of(run.pickArtifactManager(), run);
        assertThat(store.link(fetched(run, "video"), List.of("videos/boat.mp4")), is(false));
        assertThat(Files.exists(elsewhere.resolve("boat.mp4")), is(false));
    }

    private static Path fetched(FreeStyleBuild run, String content) throws Exception {
        Path folder = run.getRootDir().toPath().resolve("fetched");
        Files.createDirectories(folder.resolve("videos"));
        Files.writeString(folder.resolve("videos/boat.mp4"), content);
        Files.writeString(folder.resolve("videos/boat.mp4.json"), "{}");
        return folder;
    }
}
