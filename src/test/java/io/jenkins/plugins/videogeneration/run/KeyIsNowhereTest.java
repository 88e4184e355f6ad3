package io.jenkins.plugins.videogeneration.run;

import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hudson.Functions;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Needle;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Reads all that is written while builds render, and finds no key in it. */
@WithJenkins
class KeyIsNowhereTest {

    private static final Needle KEY = new Needle(TestService.KEY);

    @RegisterExtension
    private static final TestService service = TestService.rendersOnDemand();

    private static JenkinsRule jenkins;

    private final LogRecorder log = new LogRecorder()
            .quiet()
            .record("io.jenkins.plugins.videogeneration", Level.ALL)
            .record("okhttp3", Level.ALL)
            .record(Logger.getLogger(""), Level.FINE)
            .capture(100_000);
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
    void notInTheLogs() {
        List<LogRecord> records = new ArrayList<>(log.getRecords());
        log.close();
        assertThat(records, is(not(empty())));
        assertThat(
                records.stream()
                        .map(KeyIsNowhereTest::everythingIn)
                        .filter(KEY::isIn)
                        .toList(),
                is(empty()));
    }

    @Test
    void ofAPipelineThatWaitsAndEnds() throws Exception {
        WorkflowRun run = builds.start("node { generateVideo 'A paper boat' }");
        jenkins.waitForMessage("The service took it", run);
        assertThat(filesWithTheKey(), is(empty()));
        service.finishRenders();
        builds.finish(Result.SUCCESS, run);
        assertThat(filesWithTheKey(), is(empty()));
    }

    @Test
    void ofABuildThatFails() throws Exception {
        service.inject(
                Operation.CREATE,
                1,
                Fault.answer(401, Map.of("content-type", "text/plain"), "Not a key of ours: " + TestService.KEY));
        WorkflowRun run = builds.fail("generateVideo 'A paper boat'");
        jenkins.assertLogContains("Not a key of ours: ****", run);
        assertThat(KEY.isIn(console(run)), is(false));
        assertThat(filesWithTheKey(), is(empty()));
    }

    @Test
    void ofAFreestyleBuild() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new GenerateVideoBuilder("A paper boat"));
        var run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("The service took it", run);
        service.finishRenders();
        builds.finish(Result.SUCCESS, run);
        assertThat(filesWithTheKey(), is(empty()));
    }

    /** Shows that the others would find a key. */
    @Test
    void exceptWhereAPipelineWritesItItself() throws Exception {
        String base64 =
                Base64.getEncoder().encodeToString(("my key: " + TestService.KEY).getBytes(StandardCharsets.UTF_8));
        WorkflowRun run = builds.succeed("""
                node {
                    writeFile file: 'plain.txt', text: 'my key: %s'
                    writeFile file: 'encoded.txt', text: '%s'
                }
                """.formatted(TestService.KEY, base64));
        Path workspace =
                Path.of(jenkins.jenkins.getWorkspaceFor(run.getParent()).getRemote());
        assertThat(filesWithTheKey(), hasItem(workspace.resolve("plain.txt")));
        assertThat(filesWithTheKey(), hasItem(workspace.resolve("encoded.txt")));
        run.getParent().delete();
        jenkins.jenkins.getWorkspaceFor(run.getParent()).deleteRecursive();
    }

    private static List<Path> filesWithTheKey() throws IOException {
        return KEY.filesBelow(jenkins.jenkins.getRootDir().toPath());
    }

    private static String everythingIn(LogRecord entry) {
        String thrown = entry.getThrown() == null ? "" : Functions.printThrowable(entry.getThrown());
        return entry.getMessage() + " " + Arrays.toString(entry.getParameters()) + " " + thrown;
    }
}
