package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The service runs on while Jenkins restarts; nothing is asked for twice. */
class RestartTest {

    private static final String JOB = "film";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final TestService service = TestService.rendersOnDemand();
    private final LogRecorder log = new LogRecorder()
            .record("io.jenkins.plugins.videogeneration", Level.WARNING)
            .capture(10);

    @AfterEach
    void stop() {
        log.close();
        service.close();
    }

    @Test
    void aRenderThatEndsWhileJenkinsIsDownIsDelivered() throws Throwable {
        sessions.then(jenkins -> startAndWait(jenkins, """
                def video = generateVideo prompt: 'A paper boat', file: 'boat.mp4'
                echo "got ${video.file} of ${video.bytes} bytes, ${video.status}, ${video.id.take(6)}, at ${video.url}"
                """));
        service.finishRenders();
        sessions.then(jenkins -> {
            WorkflowRun run = finish(jenkins, Result.SUCCESS);
            long bytes = run.getArtifactManager().root().child("boat.mp4").length();
            jenkins.assertLogContains(
                    "got boat.mp4 of " + bytes + " bytes, completed, video_, at " + jenkins.getURL()
                            + "job/film/1/artifact/boat.mp4",
                    run);
            assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
        });
        assertThat(service.posts(), is(1L));
        assertThat(log.getMessages(), is(empty()));
    }

    @Test
    void aRenderGoesOnAfterTheRestart() throws Throwable {
        sessions.then(jenkins -> startAndWait(jenkins, "generateVideo 'A paper boat'"));
        sessions.then(jenkins -> {
            service.progress(50);
            jenkins.waitForMessage("in_progress 50 %", run(jenkins));
            service.finishRenders();
            finish(jenkins, Result.SUCCESS);
        });
        assertThat(service.posts(), is(1L));
        assertThat(service.deletes(), is(0L));
        assertThat(log.getMessages(), is(empty()));
    }

    @Test
    void aVideoComesToTheAgentThatIsConnectedAgain() throws Throwable {
        sessions.then(jenkins -> {
            jenkins.createOnlineSlave(Label.get("studio"));
            startAndWait(jenkins, """
                    node('studio') {
                        generateVideo prompt: 'A paper boat', file: 'boat.mp4'
                        echo "in the workspace: ${fileExists 'boat.mp4'}"
                    }
                    """);
        });
        service.finishRenders();
        sessions.then(jenkins -> {
            WorkflowRun run = finish(jenkins, Result.SUCCESS);
            jenkins.assertLogContains("in the workspace: true", run);
            assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
        });
        assertThat(service.posts(), is(1L));
        assertThat(log.getMessages(), is(empty()));
    }

    @Test
    void aRenderWhoseServiceIsGoneAfterTheRestartSaysSo() throws Throwable {
        sessions.then(jenkins -> {
            startAndWait(jenkins, "generateVideo 'A paper boat'");
            Settings.services();
        });
        sessions.then(jenkins -> {
            WorkflowRun run = finish(jenkins, Result.FAILURE);
            assertThat(errorLines(run), contains(containsString("There is no video service yet.")));
            Builds.assertNoStackTrace(run);
        });
        assertThat(service.posts(), is(1L));
    }

    @Test
    void theNamesOfVideosFromBeforeTheRestartAreTaken() throws Throwable {
        sessions.then(jenkins -> startAndWait(jenkins, """
                generateVideo prompt: 'A paper boat'
                echo "second: ${generateVideo('A paper boat').file}"
                """));
        sessions.then(jenkins -> {
            WorkflowRun run = run(jenkins);
            service.finishRenders();
            assertEventually(service::posts, is(2L));
            service.finishRenders();
            finish(jenkins, Result.SUCCESS);
            jenkins.assertLogContains("second: a-paper-boat-2.mp4", run);
        });
    }

    @Test
    void anAbortThatACrashMadeThePipelineForgetStillEndsIt() throws Throwable {
        sessions.then(jenkins -> startAndWait(jenkins, "generateVideo 'A paper boat'"));
        replaceInJournal("\"WAITING\"", "\"CANCELLED\"");
        sessions.then(jenkins -> finish(jenkins, Result.ABORTED));
        assertThat(service.posts(), is(1L));
    }

    private void startAndWait(JenkinsRule jenkins, String script) throws Exception {
        Settings.services(service.configured());
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, JOB);
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("The service took it", run);
        service.progress(1);
        jenkins.waitForMessage("in_progress", run);
    }

    private static WorkflowRun run(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName(JOB, WorkflowJob.class).getBuildByNumber(1);
    }

    private static WorkflowRun finish(JenkinsRule jenkins, Result result) throws Exception {
        return new Builds(jenkins).finish(result, run(jenkins));
    }

    private void replaceInJournal(String text, String by) throws IOException {
        Path renders = sessions.getHome().toPath().resolve("jobs/film/builds/1/video-generation");
        try (Stream<Path> files = Files.walk(renders)) {
            Path journal = files.filter(file -> file.endsWith("render.json"))
                    .findFirst()
                    .orElseThrow();
            String json = Files.readString(journal);
            assertThat(json, containsString(text));
            Files.writeString(journal, json.replace(text, by));
        }
    }
}
