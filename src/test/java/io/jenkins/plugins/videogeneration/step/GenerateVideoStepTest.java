package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.stringContainsInOrder;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.SimulatorKind;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;
import jenkins.model.JenkinsLocationConfiguration;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GenerateVideoStepTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;

    private final LogRecorder log = new LogRecorder()
            .record("io.jenkins.plugins.videogeneration", Level.WARNING)
            .capture(10);
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

    @AfterEach
    void nothingToWarnOf() {
        assertThat(log.getMessages(), is(empty()));
        log.close();
    }

    @Test
    void archivesAVideoAndItsProvenanceWithoutANode() throws Exception {
        long posts = service.posts();
        WorkflowRun run = builds.succeed("generateVideo 'A paper boat'");
        assertThat(artifacts(run), contains("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
        assertThat(service.posts() - posts, is(1L));
    }

    @Test
    void holdsNoExecutorWhileItWaits() throws Exception {
        try (TestService slow = TestService.rendersOnDemand()) {
            Settings.services(slow.configured());
            WorkflowRun run = builds.start("generateVideo prompt: 'A paper boat'");
            jenkins.waitForMessage("in_progress", runAfter(run, slow));
            assertThat(jenkins.jenkins.toComputer().countBusy(), is(0));
            slow.finishRenders();
            builds.finish(Result.SUCCESS, run);
        }
    }

    @Test
    void returnsPlainValuesThatASandboxedScriptCanUse() throws Exception {
        WorkflowRun run = builds.succeed("""
                def video = generateVideo prompt: 'A paper boat', model: 'sora-2-pro', size: '1280x720', seconds: '8'
                for (name in ['id', 'status', 'model', 'size', 'seconds', 'file', 'url', 'bytes', 'sha256', 'service',
                        'submittedAt', 'completedAt', 'cost', 'currency', 'reusedFrom']) {
                    echo "${name}=${video[name]}"
                }
                echo "types: ${video instanceof Map} ${video.bytes instanceof Long} ${video.seconds instanceof String}"
                echo "and nothing else: ${video.size()}"
                """);
        String console = console(run);
        File video = new File(run.getArtifactsDir(), "a-paper-boat.mp4");
        assertThat(value(console, "id"), matchesPattern("video_[0-9a-f]+"));
        assertThat(value(console, "status"), is("completed"));
        assertThat(value(console, "model"), is("sora-2-pro"));
        assertThat(value(console, "size"), is("1280x720"));
        assertThat(value(console, "seconds"), is("8"));
        assertThat(value(console, "file"), is("a-paper-boat.mp4"));
        assertThat(value(console, "url"), is(jenkins.getURL() + run.getUrl() + "artifact/a-paper-boat.mp4"));
        assertThat(value(console, "bytes"), is(Long.toString(video.length())));
        assertThat(value(console, "sha256"), is(Sha256.of(video.toPath())));
        assertThat(value(console, "service"), is(TestService.NAME));
        assertThat(value(console, "submittedAt"), matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        assertThat(value(console, "completedAt"), matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        assertThat(value(console, "cost"), is("null"));
        assertThat(value(console, "currency"), is("null"));
        assertThat(value(console, "reusedFrom"), is("null"));
        assertThat(console, containsString("types: true true true"));
        assertThat(console, containsString("and nothing else: 15"));
    }

    @Test
    void theUrlOfTheResultLeadsToTheVideo() throws Exception {
        WorkflowRun run = builds.succeed("""
                def video = generateVideo prompt: 'A paper boat', file: 'my videos/boat #1.mp4'
                echo "url=${video.url}"
                """);
        JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false);
        var page = browser.getPage(new URL(value(console(run), "url")));
        assertThat(page.getWebResponse().getContentType(), is("video/mp4"));
        assertThat(
                page.getWebResponse().getContentLength(),
                is(run.getArtifactManager()
                        .root()
                        .child("my videos/boat #1.mp4")
                        .length()));
    }

    @Test
    void tellsInTheConsoleHowItGoes() throws Exception {
        try (TestService slow = TestService.rendersOnDemand()) {
            Settings.services(slow.configured());
            WorkflowRun run = builds.start("""
                    generateVideo prompt: '''A paper boat
                    in the rain''', model: 'sora-2', size: '1280x720', seconds: '4'
                    """);
            jenkins.waitForMessage("The service took it", run);
            slow.progress(50);
            jenkins.waitForMessage("in_progress", run);
            slow.finishRenders();
            builds.finish(Result.SUCCESS, run);
            File video = new File(run.getArtifactsDir(), "a-paper-boat-in-the-rain.mp4");
            // how long it takes, and whether a line comes again meanwhile, is up to this machine
            Pattern elapsed = Pattern.compile(" after (\\d+ min)? ?(\\d+ m?s)?$");
            List<String> lines = videoLines(run);
            assertThat(lines, hasItem(matchesPattern("\\[video] completed 100 %" + elapsed)));
            String size = String.format("%.1f kB", video.length() / 1e3).replace(".", "\\.");
            assertThat(
                    lines.stream()
                            .map(line -> elapsed.matcher(line).replaceFirst(""))
                            .distinct()
                            .toList(),
                    contains(
                            is("[video] Asking 'studio' for a video (sora-2, 1280x720, 4 s): A paper boat in the rain"),
                            matchesPattern("\\[video] The service took it as video_[0-9a-f]+ \\(queued\\)"),
                            is("[video] in_progress 50 %"),
                            is("[video] completed 100 %"),
                            is("[video] Finished; fetching a-paper-boat-in-the-rain.mp4"),
                            matchesPattern("\\[video] Fetched a-paper-boat-in-the-rain\\.mp4: " + size
                                    + ", 1280x720, 4\\.0 s, SHA-256 " + Sha256.of(video.toPath())),
                            is("[video] Archived a-paper-boat-in-the-rain.mp4")));
        }
    }

    @Test
    void linksTheArtifactInTheConsoleEvenIfJenkinsDoesNotKnowItsUrl() throws Exception {
        JenkinsLocationConfiguration location = JenkinsLocationConfiguration.get();
        String known = location.getUrl();
        location.setUrl(null);
        try {
            WorkflowRun run = builds.succeed("generateVideo 'A paper boat'");
            JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false);
            HtmlPage console = browser.getPage(run, "console");
            Page artifact = console.getAnchorByText("a-paper-boat.mp4").click();
            assertThat(artifact.getWebResponse().getContentType(), is("video/mp4"));
            assertThat(
                    "the id leads to the build's videos",
                    console.<HtmlAnchor>querySelector("a[href*='/videos/']").getHrefAttribute(),
                    is(browser.getContextPath().replaceAll("^https?://[^/]+", "") + run.getUrl() + "videos/"));
        } finally {
            location.setUrl(known);
        }
    }

    @Test
    void namesTheVideoOfAPromptWithoutLatinLetters() throws Exception {
        WorkflowRun run = builds.succeed("generateVideo '紙の船'");
        assertThat(artifacts(run), contains("video.mp4", "video.mp4.json"));
    }

    @Test
    void usesTheServiceThatItNames() throws Exception {
        Settings.services(service.configured(), simulator("rehearsal"));
        WorkflowRun run =
                builds.succeed("echo \"by ${generateVideo(prompt: 'A boat', service: 'rehearsal').service}\"");
        assertThat(console(run), containsString("by rehearsal"));
    }

    @Test
    void usesTheDefaultServiceWhenItNamesNone() throws Exception {
        Settings.services(service.configured(), simulator("rehearsal"));
        VideoServices.get().setDefaultService("rehearsal");
        WorkflowRun run = builds.succeed("echo \"by ${generateVideo('A boat').service}\"");
        assertThat(console(run), containsString("by rehearsal"));
    }

    @Test
    void takesFromTheServiceWhatItLeavesOpen() throws Exception {
        VideoService configured = service.configured();
        configured.setModel("sora-2-pro");
        configured.setSize("1792x1024");
        configured.setSeconds("12");
        Settings.services(configured);
        WorkflowRun run = builds.succeed("""
                def video = generateVideo prompt: 'A boat', seconds: '4'
                echo "got ${video.model} ${video.size} ${video.seconds}"
                """);
        assertThat(console(run), containsString("got sora-2-pro 1792x1024 4"));
    }

    @Test
    void takesSecondsAsANumberToo() throws Exception {
        WorkflowRun run = builds.succeed("""
                echo "it lasts ${generateVideo(prompt: 'A boat', seconds: 8).seconds}"
                echo "it lasts ${generateVideo(prompt: 'A boat', seconds: 4.0).seconds}"
                """);
        assertThat(console(run), stringContainsInOrder("it lasts 8", "it lasts 4"));
    }

    private static VideoService simulator(String name) {
        SimulatorKind kind = new SimulatorKind();
        kind.setRenderSeconds(0);
        return new VideoService(name, kind);
    }

    /** The build, once its render is known to the service and has left the queue there. */
    private static Run<?, ?> runAfter(WorkflowRun run, TestService slow) throws Exception {
        jenkins.waitForMessage("The service took it", run);
        slow.progress(10);
        return run;
    }

    private static String value(String console, String name) {
        return console.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
