package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Results.keys;
import static io.jenkins.plugins.videogeneration.fixture.Results.say;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Results;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** All steps in one pipeline, each with what the one before returned. */
@WithJenkins
class StepChainTest {

    private static final String[] RENDER_KEYS = {
        "id",
        "status",
        "model",
        "size",
        "seconds",
        "file",
        "url",
        "bytes",
        "sha256",
        "service",
        "cost",
        "currency",
        "reusedFrom",
        "submittedAt",
        "completedAt"
    };

    private static final String CHAIN =
            "def created = generateVideo prompt: 'A paper boat', seconds: 4, file: 'boat.mp4'\n"
                    + say("created", "created")
                    + "def extended = extendVideo id: created.id, prompt: 'It meets a duck', seconds: 4\n"
                    + say("extended", "extended")
                    + "def remixed = remixVideo id: extended.id, prompt: 'At night'\n"
                    + say("remixed", "remixed")
                    + "def edited = editVideo id: remixed.id, prompt: 'In black and white'\n"
                    + say("edited", "edited")
                    + say("listed", "listVideos(limit: 4)")
                    + say("retrieved", "retrieveVideo(edited.id)")
                    + say(
                            "video",
                            "downloadVideo(id: edited.id, file: 'again.mp4', thumbnail: true, spritesheet: true)")
                    + say("sheet", "downloadVideo(id: edited.id, file: 'sheet.mp4', variant: 'spritesheet')")
                    + say("deleted", "deleteVideo(edited.id)");

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;
    private static WorkflowRun run;

    @BeforeAll
    static void runTheChain(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Settings.services(service.configured());
        try (LogRecorder log = new LogRecorder()
                .record("io.jenkins.plugins.videogeneration", Level.WARNING)
                .capture(10)) {
            run = new Builds(jenkins).succeed(CHAIN);
            assertThat(log.getMessages(), is(empty()));
        }
    }

    @Test
    void eachStepUsesWhatTheOneBeforeReturned() throws Exception {
        String created = id(run, "created");
        String remixed = id(run, "remixed");
        String edited = id(run, "edited");
        assertThat(ids(Results.of(run, "listed")), is(new String[] {edited, remixed, id(run, "extended"), created}));
        JsonNode deleted = Results.of(run, "deleted");
        assertThat(keys(deleted), contains("id", "deleted"));
        assertThat(deleted.path("id").asText(), is(edited));
        assertThat(
                deleted.path("deleted").isBoolean() && deleted.path("deleted").asBoolean(), is(true));
        assertThat(
                artifacts(run),
                hasItems(
                        "boat.mp4",
                        "it-meets-a-duck.mp4",
                        "at-night.mp4",
                        "in-black-and-white.mp4",
                        "again.mp4",
                        "again.thumbnail.jpg",
                        "again.spritesheet.jpg",
                        "sheet.spritesheet.jpg"));
    }

    @Test
    void stepsThatRenderReturnTheSameMap() throws Exception {
        for (String step : new String[] {"created", "extended", "remixed", "edited"}) {
            JsonNode result = Results.of(run, step);
            assertThat(step, keys(result), contains(RENDER_KEYS));
            assertThat(step, result.path("status").asText(), is("completed"));
            assertThat(step, result.path("bytes").isIntegralNumber(), is(true));
            assertThat(step, result.path("size").asText(), matchesPattern("\\d+x\\d+"));
            assertThat(step, result.path("sha256").asText(), matchesPattern("[0-9a-f]{64}"));
            assertThat(step, result.path("service").asText(), is(TestService.NAME));
            assertThat(step, result.path("url").asText(), startsWith(jenkins.getURL() + run.getUrl() + "artifact/"));
            assertThat(step, result.path("submittedAt").asText(), matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
            assertThat(step, result.path("completedAt").asText(), matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        }
        assertThat(Results.of(run, "created").path("seconds").asText(), is("4"));
        assertThat("both parts", Results.of(run, "extended").path("seconds").asText(), is("8"));
    }

    @Test
    void stepsThatAskReturnWhatTheServiceSays() throws Exception {
        JsonNode retrieved = Results.of(run, "retrieved");
        assertThat(
                keys(retrieved),
                contains(
                        "id",
                        "status",
                        "progress",
                        "model",
                        "prompt",
                        "size",
                        "seconds",
                        "createdAt",
                        "completedAt",
                        "expiresAt",
                        "remixedFromVideoId",
                        "error"));
        assertThat(retrieved, is(Results.of(run, "listed").get(0)));
        assertThat(retrieved.path("progress").isInt(), is(true));
        assertThat(retrieved.path("prompt").asText(), is("In black and white"));
        assertThat(retrieved.path("error").isNull(), is(true));
        JsonNode remixed = Results.of(run, "listed").get(1);
        assertThat(remixed.path("remixedFromVideoId").asText(), is(id(run, "extended")));
    }

    @Test
    void stepsThatFetchReturnTheNamesOfTheirFiles() throws Exception {
        JsonNode video = Results.of(run, "video");
        assertThat(video.path("file").asText(), is("again.mp4"));
        assertThat(video.path("thumbnail").asText(), is("again.thumbnail.jpg"));
        assertThat(video.path("spritesheet").asText(), is("again.spritesheet.jpg"));
        JsonNode sheet = Results.of(run, "sheet");
        assertThat(sheet.path("file").asText(), is("sheet.spritesheet.jpg"));
        assertThat(
                sheet.path("bytes").asLong(),
                is(run.getArtifactManager()
                        .root()
                        .child("sheet.spritesheet.jpg")
                        .length()));
        assertThat(sheet.path("url").asText(), is(jenkins.getURL() + run.getUrl() + "artifact/sheet.spritesheet.jpg"));
    }

    @Test
    void theSameWorksInsideNode() throws Exception {
        WorkflowRun inside = new Builds(jenkins)
                .succeed("node {\n" + CHAIN + """
                for (file in ['boat.mp4', 'at-night.mp4', 'again.thumbnail.jpg', 'sheet.spritesheet.jpg', 'sheet.mp4.json']) {
                    if (!fileExists(file)) { error "no ${file} in the workspace" }
                }
                writeFile file: 'note.txt', text: 'A duck'
                def character = createVideoCharacter name: "${readFile('note.txt')}", video: 'boat.mp4'
                """ + say("character", "character")
                        + say("again", "getVideoCharacter(character.id)") + """
                generateVideo prompt: 'A duck in a boat', characters: [character.id]
                }
                """);
        JsonNode character = Results.of(inside, "character");
        assertThat(keys(character), contains("id", "name", "createdAt"));
        assertThat(character.path("name").asText(), is("A duck"));
        assertThat(Results.of(inside, "again"), is(character));
        assertThat(artifacts(inside), hasItems("a-duck-in-a-boat.mp4"));
        assertThat(service.count(Operation.CREATE_CHARACTER), is(1L));
    }

    private static String id(WorkflowRun run, String name) throws IOException {
        return Results.of(run, name).path("id").asText();
    }

    private static String[] ids(JsonNode videos) {
        return StreamSupport.stream(videos.spliterator(), false)
                .map(video -> video.path("id").asText())
                .toArray(String[]::new);
    }
}
