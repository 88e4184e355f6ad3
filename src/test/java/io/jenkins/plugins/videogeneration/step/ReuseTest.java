package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Results;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.ShelfArtifacts;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.Limits;
import io.jenkins.plugins.videogeneration.service.VideoPrice;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.ArtifactManagerConfiguration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** {@code reuse: true}: what an earlier build has is not paid for again. */
@WithJenkins
class ReuseTest {

    private static final String BOAT = "def video = generateVideo prompt: 'A paper boat', seconds: 4, thumbnail: true,"
            + " reuse: true, file: \"boat-${env.BUILD_NUMBER}.mp4\"\n" + Results.say("video", "video");

    private final TestService service = TestService.rendersAtOnce();

    @TempDir
    private Path shelf;

    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = new Builds(rule).pipeline(BOAT);
        VideoService studio = service.configured();
        studio.setCurrency("USD");
        studio.setPrices(List.of(new VideoPrice("0.10")));
        Settings.services(studio);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theSameIsCopiedWithItsPictureAndItsProvenance() throws Exception {
        WorkflowRun first = build();
        int requests = service.requests();
        WorkflowRun second = build();

        assertThat(service.posts(), is(1L));
        assertThat("nothing at all is asked of the service", service.requests(), is(requests));
        assertThat(artifacts(second), contains("boat-2.mp4", "boat-2.mp4.json", "boat-2.thumbnail.jpg"));
        assertThat(videoLines(first), hasItem("[video] No build has this video: it is rendered"));
        JsonNode original = Results.of(first, "video");
        JsonNode copy = Results.of(second, "video");
        assertThat(
                videoLines(second),
                hasItem("[video] boat-2.mp4 is the video of build #1 ("
                        + original.get("id").asText() + "): nothing is asked for, and nothing is paid"));
        assertThat(copy.get("sha256"), is(original.get("sha256")));
        assertThat(copy.get("id"), is(original.get("id")));
        assertThat(original.get("reusedFrom").isNull(), is(true));
        assertThat(original.get("cost").asDouble(), is(0.4));
        assertThat(copy.get("reusedFrom").asInt(), is(1));
        assertThat(copy.get("cost").asInt(), is(0));
        JsonNode provenance = provenance(second, "boat-2.mp4.json");
        assertThat(provenance.path("videoId"), is(original.get("id")));
        assertThat(provenance.path("reusedFrom").asInt(), is(1));
        assertThat(provenance.path("file").path("name").asText(), is("boat-2.mp4"));
        assertThat(
                provenance.path("submittedAt").asText(),
                is(provenance(first, "boat-1.mp4.json").path("submittedAt").asText()));
    }

    @Test
    void anyOtherRequestIsRendered() throws Exception {
        build();
        for (String other : List.of(
                "prompt: 'A paper cat', seconds: 4",
                "prompt: 'A paper boat', seconds: 8",
                "prompt: 'A paper boat', seconds: 4, size: '720x1280'",
                "prompt: 'A paper boat', seconds: 4, extra: [seed: 1]")) {
            job.setDefinition(new CpsFlowDefinition("generateVideo reuse: true, " + other, true));
            build();
        }
        assertThat(service.posts(), is(5L));
    }

    @Test
    void withoutTheWishEveryBuildRenders() throws Exception {
        build();
        job.setDefinition(new CpsFlowDefinition(BOAT.replace("reuse: true", "reuse: false"), true));
        build();
        assertThat(service.posts(), is(2L));
    }

    @Test
    void aMissingOrDamagedArtifactIsRenderedAnew() throws Exception {
        WorkflowRun first = build();
        first.deleteArtifacts();
        WorkflowRun second = build();
        assertThat(
                videoLines(second),
                hasItems(
                        "[video] Build #1 had this video, but its artifact boat-1.mp4 is not there",
                        "[video] No build has this video: it is rendered"));

        Path artifact = second.getArtifactsDir().toPath().resolve("boat-2.mp4");
        Files.writeString(artifact, "not what it was");
        WorkflowRun third = build();
        assertThat(videoLines(third), hasItem(containsString("its artifact boat-2.mp4 is not what was archived")));
        assertThat(service.posts(), is(3L));
        assertThat(artifacts(third), hasItem("boat-3.mp4"));
    }

    @Test
    void anOlderBuildThatHasItWholeIsTakenWhenTheLatestHasNot() throws Exception {
        build();
        WorkflowRun second = build();
        second.deleteArtifacts();
        WorkflowRun third = build();

        assertThat(service.posts(), is(1L));
        assertThat(
                videoLines(third),
                hasItem("[video] Build #2 had this video, but its artifact boat-2.mp4 is not there"));
        assertThat(Results.of(third, "video").get("reusedFrom").asInt(), is(1));
    }

    @Test
    void aBuildThatTriesAgainTakesWhatItHasItself() throws Exception {
        job.setDefinition(new CpsFlowDefinition(
                "int tries = 0\nretry(2) {\n"
                        + "  generateVideo prompt: 'A paper boat', seconds: 4, reuse: true, file: 'boat.mp4'\n"
                        + "  if (++tries < 2) { error 'what comes after has failed' }\n}",
                true));
        WorkflowRun run = build();

        assertThat(service.posts(), is(1L));
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
        assertThat(videoLines(run), hasItem(containsString("boat.mp4 is the video of build #1")));
    }

    @Test
    void aBuildThatTriesAgainWaitsForWhatItHasAskedForBefore() throws Exception {
        // the first try can't bring it home
        service.inject(Operation.DOWNLOAD_CONTENT, 1, Fault.status(403));
        job.setDefinition(new CpsFlowDefinition(
                "retry(2) { generateVideo prompt: 'A paper boat', seconds: 4, reuse: true, file: 'boat.mp4' }", true));
        WorkflowRun run = build();

        assertThat(service.posts(), is(1L));
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
        assertThat(
                videoLines(run),
                hasItem(containsString("of 'studio' was asked for by this build before: it is waited for, and")));
    }

    @Test
    void anIdOfManyLinesIsOneLineOfTheConsole() throws Exception {
        WorkflowRun first = build();
        Path journal;
        try (Stream<Path> files = Files.walk(first.getRootDir().toPath())) {
            journal = files.filter(file -> file.endsWith("render.json"))
                    .findFirst()
                    .orElseThrow();
        }
        String id = Results.of(first, "video").get("id").asText();
        Files.writeString(journal, Files.readString(journal).replace(id, "a\\n[video] forged"));
        WorkflowRun second = build();

        assertThat(
                videoLines(second),
                hasItem("[video] boat-2.mp4 is the video of build #1 (a [video] forged): nothing is asked for, and"
                        + " nothing is paid"));
    }

    @Test
    void artifactsOfAnotherStoreComeBackToo() throws Exception {
        ArtifactManagerConfiguration.get().getArtifactManagerFactories().add(new ShelfArtifacts(shelf.toFile(), false));
        build();
        WorkflowRun second = build();
        assertThat(service.posts(), is(1L));
        assertThat(Results.of(second, "video").get("reusedFrom").asInt(), is(1));
        assertThat(second.getArtifactManager().root().child("boat-2.mp4").isFile(), is(true));
    }

    @Test
    void whatIsReusedCountsForNoLimit() throws Exception {
        VideoService studio = service.configured();
        studio.setLimits(Limits.perDay(1));
        Settings.services(studio);
        build();
        build();
        assertThat(service.posts(), is(1L));
    }

    private WorkflowRun build() throws Exception {
        return jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0));
    }

    private static JsonNode provenance(WorkflowRun run, String name) throws IOException {
        try (InputStream in = run.getArtifactManager().root().child(name).open()) {
            return new ObjectMapper().readTree(in);
        }
    }
}
