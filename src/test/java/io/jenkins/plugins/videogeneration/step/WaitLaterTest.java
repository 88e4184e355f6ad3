package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Results.say;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Results;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.ServicePreset;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorServer;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.io.IOException;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** One step asks for a video, another one brings it home. */
@WithJenkins
class WaitLaterTest {

    @RegisterExtension
    private static final TestService service =
            TestService.rendersAtOnce(new PromptRule("forbidden", PromptRule.Effect.MODERATION_BLOCKED));

    private static JenkinsRule jenkins;

    private Builds builds;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        Settings.services(service.configured());
        builds = new Builds(jenkins);
    }

    @Test
    void aStepThatDoesNotWaitReturnsTheIdAndNoFile() throws Exception {
        try (TestService slow = TestService.rendersOnDemand()) {
            Settings.services(slow.configured());
            WorkflowRun run = builds.succeed(
                    say("asked", "generateVideo(prompt: 'A boat', seconds: 4, wait: false, archive: false)"));
            JsonNode asked = Results.of(run, "asked");
            assertThat(asked.path("id").asText(), startsWith("video_"));
            assertThat(asked.path("status").asText(), is("queued"));
            assertThat(asked.path("seconds").asText(), is("4"));
            for (String none : new String[] {"file", "url", "bytes", "sha256"}) {
                assertThat(none, asked.path(none).isNull(), is(true));
            }
            assertThat(artifacts(run), is(empty()));
            assertThat(slow.posts(), is(1L));
        }
    }

    @Test
    void theSameBuildCanBringItHomeUnderTheSameName() throws Exception {
        long posts = service.posts();
        WorkflowRun run = builds.succeed("def asked = generateVideo prompt: 'A boat', file: 'boat.mp4', wait: false\n"
                + say("got", "waitForVideo(id: asked.id, file: 'boat.mp4', thumbnail: true)")
                + "if (!asked.id) { error 'no id' }");
        JsonNode got = Results.of(run, "got");
        assertThat(got.path("status").asText(), is("completed"));
        assertThat(got.path("file").asText(), is("boat.mp4"));
        assertThat(got.path("model").asText(), is("sora-2"));
        assertThat(got.path("thumbnail").asText(), is("boat.thumbnail.jpg"));
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json", "boat.thumbnail.jpg"));
        assertThat(service.posts() - posts, is(1L));
    }

    @Test
    void anotherBuildCanBringItHome() throws Exception {
        try (TestService slow = TestService.rendersOnDemand()) {
            Settings.services(slow.configured());
            WorkflowRun first = builds.succeed(say("asked", "generateVideo(prompt: 'A boat', wait: false)"));
            String id = Results.of(first, "asked").path("id").asText();
            WorkflowRun second = builds.start(say("got", "waitForVideo(id: '" + id + "', pollSeconds: 1)"));
            jenkins.waitForMessage(
                    "[video] " + id + " is known to 'studio'; nothing is asked for a second time", second);
            slow.finishRenders();
            builds.finish(Result.SUCCESS, second);
            assertThat(Results.of(second, "got").path("id").asText(), is(id));
            assertThat(artifacts(second), contains("video.mp4", "video.mp4.json"));
            assertThat(slow.posts(), is(1L));
        }
    }

    @Test
    void manyAreAskedForBeforeTheFirstIsWaitedFor() throws Exception {
        WorkflowRun run = builds.succeed("""
                def ids = ['a', 'b', 'c'].collect { generateVideo(prompt: "Scene ${it}", seconds: 4, wait: false).id }
                ids.each { waitForVideo it }
                """);
        assertThat(
                artifacts(run),
                contains(
                        "video-2.mp4",
                        "video-2.mp4.json",
                        "video-3.mp4",
                        "video-3.mp4.json",
                        "video.mp4",
                        "video.mp4.json"));
    }

    @Test
    void aRefusalOfTheServiceIsTheFailureOfTheOneThatWaits() throws Exception {
        WorkflowRun run = builds.fail("""
                def asked = generateVideo prompt: 'Something forbidden', wait: false
                echo 'asked for'
                waitForVideo asked.id
                """);
        jenkins.assertLogContains("asked for", run);
        assertThat(errorLines(run), contains(containsString("The service's moderation refuses the prompt")));
    }

    @Test
    void aVideoThatTheServiceDoesNotKnowIsAFailureInWords() throws Exception {
        for (String step : new String[] {"retrieveVideo", "deleteVideo", "getVideoCharacter"}) {
            WorkflowRun run = builds.fail(step + " 'thing_unknown'");
            assertThat(step, errorLines(run), contains(containsString("thing_unknown")));
        }
    }

    @Test
    void theVariantVideoComesWithThePicturesThatAreWanted() throws Exception {
        WorkflowRun run = builds.succeed("""
                def asked = generateVideo prompt: 'A boat', wait: false
                downloadVideo id: asked.id, variant: 'VIDEO', thumbnail: true, file: 'boat.mp4'
                """);
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json", "boat.thumbnail.jpg"));
    }

    @Test
    void picturesThatAServiceLacksAreToldAndTheVideoComes() throws Exception {
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withDialect(Dialect.named("vllm-omni"))
                .withTotalTime(Duration.ZERO);
        try (SimulatorServer plain = SimulatorServer.start(new VideosSimulator(settings), 0)) {
            HttpKind kind = new HttpKind(plain.baseUrl());
            kind.setPreset(ServicePreset.VLLM_OMNI);
            kind.setCredentialsId(TestService.CREDENTIALS_ID);
            Settings.services(new VideoService("plain", kind));
            WorkflowRun run = builds.succeed(
                    say("got", "generateVideo(prompt: 'A boat', thumbnail: true, spritesheet: true, file: 'b.mp4')"));
            assertThat(artifacts(run), contains("b.mp4", "b.mp4.json"));
            assertThat(videoLines(run), hasItem(startsWith("[video] There is no thumbnail: ")));
            assertThat(videoLines(run), hasItem(startsWith("[video] There is no spritesheet: ")));
            assertThat(Results.of(run, "got").has("thumbnail"), is(false));
            Builds.assertNoStackTrace(run);
        }
    }

    @Test
    void aServiceThatIsKnownToLackAnOperationIsNotAsked() throws Exception {
        VideoService small = service.configured();
        ((HttpKind) small.getKind()).setLacks("extend, delete");
        Settings.services(small);
        int before = service.requests();
        WorkflowRun run = builds.fail("extendVideo id: 'video_1', prompt: 'More', seconds: 4");
        assertThat(errorLines(run), contains(containsString("'studio'")));
        run = builds.fail("deleteVideo 'video_1'");
        assertThat(errorLines(run), contains(containsString("'studio'")));
        assertThat(service.requests(), is(before));
    }
}
