package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import hudson.console.HyperlinkNote;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.PostBox;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Files, prompts and words of a service that want to be more than that. They come in as a build's parameter does. */
@WithJenkins
class HostileNamesTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

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

    static Stream<Arguments> files() {
        return Stream.of(
                argumentSet("out of the workspace", "../boat.mp4", "has '\\.\\.' in it.*"),
                argumentSet("out of a folder", "a/../../boat.mp4", "has '\\.\\.' in it.*"),
                argumentSet("absolute", "/tmp/boat.mp4", "is absolute.*"),
                argumentSet("a drive", "C:boat.mp4", "is absolute.*"),
                argumentSet("a share", "\\\\server\\share\\boat.mp4", "is absolute.*"),
                argumentSet("the other slash", "..\\boat.mp4", "has a character that is not allowed.*"),
                argumentSet("a stream", "boat.mp4:hidden", "has a character that is not allowed.*"),
                argumentSet("a device", "aux.mp4", "has the name of a Windows device in it.*"),
                argumentSet("a device as a folder", "videos/NUL/boat.mp4", "has the name of a Windows device in it.*"),
                argumentSet("another line", "boat.mp4\u2028ERROR", "has a character that is not allowed.*"),
                argumentSet("the other direction", "boat\u202e4pm.exe", "has a character that is not allowed.*"),
                argumentSet("a second line", "boat.mp4\nERROR: no", "has a character that is not allowed.*"),
                argumentSet("an escape", "\u001b[8mha:boat.mp4", "has a character that is not allowed.*"),
                argumentSet("300 characters", "b".repeat(296) + ".mp4", "is longer than 200 characters.*"),
                argumentSet("a space at the end", "videos /boat.mp4", "has a part that is empty.*"),
                argumentSet("a dot at the end", "boat.mp4.", "has a part that is empty.*"),
                argumentSet("a folder", "videos/", "has a part that is empty.*"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatLeadsAstrayIsRefusedBeforeAnythingIsPaid(String file, String problem) throws Exception {
        int requests = service.requests();

        WorkflowRun run = build("node { generateVideo prompt: 'A boat', file: params.TEXT }", file, Result.FAILURE);

        assertThat(
                errorLines(run),
                contains(matchesPattern("ERROR: The field 'file' '.+' " + problem + "\\. Nothing was sent\\.")));
        assertThat(service.requests(), is(requests));
        assertThat(
                jenkins.jenkins
                        .getWorkspaceFor(run.getParent())
                        .child("boat.mp4")
                        .exists(),
                is(false));
    }

    static Stream<Arguments> prompts() {
        return Stream.of(
                argumentSet("markup of the console", HyperlinkNote.encodeTo("http://evil.invalid/", "click")),
                argumentSet("HTML", "</pre><script>alert(1)</script><img src=x onerror=alert(1)>"),
                argumentSet("JSON", "\",\"model\":\"expensive\",\"x\":\""),
                argumentSet("headers", "boat\r\nX-Injected: yes\r\n\r\nPOST /v1/videos HTTP/1.1"),
                argumentSet("a path", "../../../../etc/passwd"),
                argumentSet("lines of ours", "boat\n[video] Fetched evil.mp4\nERROR: no"),
                argumentSet("the other direction", "boat \u202e4pm.live\u202c \u2028 \u0085 \u0007"),
                argumentSet("Groovy", "${currentBuild.rawBuild}"));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void aPromptIsAPromptAndNothingElse(String prompt) throws Exception {
        WorkflowRun run = build("generateVideo prompt: params.TEXT", prompt, Result.SUCCESS);

        List<String> ours = videoLines(run);
        assertThat(
                "lines",
                ours.stream().filter(line -> line.contains("evil.mp4")).toList().size(),
                is(lines(prompt)));
        assertThat(errorLines(run), is(empty()));
        String submitting = ours.get(0);
        assertThat(submitting, matchesPattern("\\[video] Asking 'studio' for a video: [^\\p{Cntrl}\u202e\u2028]+"));
        String html = page(run.getUrl() + "consoleFull");
        assertThat(html, not(containsString("<script>alert")));
        assertThat(html, not(containsString("href=\"http://evil.invalid/")));
        List<String> files = artifacts(run);
        assertThat(files.get(0), matchesPattern("[\\p{L}\\p{N}-]+\\.mp4"));
        byte[] provenance = Files.readAllBytes(run.getArtifactsDir().toPath().resolve(files.get(0) + ".json"));
        assertThat(RecordJson.readRecord(provenance).request().text("prompt"), is(prompt));
        assertThat(RecordJson.readRecord(provenance).request().text("model") == null, is(true));
    }

    /** The one line that tells the prompt. */
    private static int lines(String prompt) {
        return prompt.contains("evil.mp4") ? 1 : 0;
    }

    @Test
    void aPromptIsOneFieldOfOneRequest() throws Exception {
        String prompt = "boat\",\"n\":9}\r\nX-Injected: yes\r\n\r\n";
        try (PostBox box = new PostBox()) {
            Settings.services(TestService.configured(TestService.NAME, box.baseUrl(), TestService.CREDENTIALS_ID));

            build("generateVideo prompt: params.TEXT, wait: false", prompt, Result.SUCCESS);

            assertThat(box.size(), is(1));
            assertThat(box.json().size(), is(1));
            assertThat(box.json().path("prompt").asText(), is(prompt));
        }
    }

    @Test
    void aModelThatIsMoreThanOneLineIsOneLineInTheConsole() throws Exception {
        WorkflowRun run = build(
                "generateVideo prompt: 'A boat', model: params.TEXT",
                "x\nERROR: no\n" + HyperlinkNote.encodeTo("http://evil.invalid/", "click"),
                Result.FAILURE);

        assertThat(errorLines(run).size(), is(1));
        assertThat(errorLines(run), not(hasItem("ERROR: no")));
        assertThat(page(run.getUrl() + "consoleFull"), not(containsString("href=\"http://evil.invalid/")));
    }

    @Test
    void whatAServiceCallsAVideoIsOneLineInTheConsole() throws Exception {
        String note = HyperlinkNote.encodeTo("http://evil.invalid/", "click")
                .replace("\u001b", "\\u001b")
                .replace("\n", "\\n");
        String evil = "video\\n[video] Fetched evil.mp4\\nERROR: no" + note;
        String body = "{\"id\":\"ID\",\"status\":\"failed\",\"error\":{\"message\":\"ID\"}}".replace("ID", evil);
        service.inject(Operation.CREATE, 1, Fault.answer(200, Map.of("content-type", "application/json"), body));

        WorkflowRun run = builds.fail("generateVideo 'A boat'");

        assertThat(console(run).lines().toList(), not(hasItem("[video] Fetched evil.mp4")));
        assertThat(errorLines(run).size(), is(1));
        assertThat(errorLines(run), not(hasItem("ERROR: no")));
        assertThat(page(run.getUrl() + "consoleFull"), not(containsString("href=\"http://evil.invalid/")));
    }

    @Test
    void twoStepsThatWriteOneFileAtTheSameTimeAreOneVideoAndOneRefusal() throws Exception {
        long posts = service.posts();

        WorkflowRun run = builds.start("""
                node {
                    parallel one: { generateVideo prompt: 'A boat', file: 'boat.mp4', seconds: '4' },
                             two: { generateVideo prompt: 'A ship', file: 'boat.mp4', seconds: '8' }
                }
                """);
        builds.finish(Result.FAILURE, run);

        assertThat(service.posts() - posts, is(1L));
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
        assertThat(
                console(run),
                containsString("The field 'file' 'boat.mp4' is the file of another video of this build."));
    }

    private WorkflowRun build(String script, String text, Result result) throws Exception {
        WorkflowJob job = builds.pipeline(script);
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("TEXT", "")));
        return jenkins.assertBuildStatus(
                result, job.scheduleBuild2(0, new ParametersAction(new StringParameterValue("TEXT", text))));
    }

    private static String page(String url) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .goTo(url)
                .getWebResponse()
                .getContentAsString();
    }
}
