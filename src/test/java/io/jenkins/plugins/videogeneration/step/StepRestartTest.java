package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.PostBox;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Jenkins restarts while a service has not answered yet; the jobs of one session are restarted together. */
class StepRestartTest {

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final TestService studio = TestService.rendersOnDemand();
    private final PostBox silent = new PostBox();

    @AfterEach
    void stop() {
        studio.close();
        silent.close();
    }

    @Test
    void whatIsPaidIsAskedForOnceAndWhatIsFreeAgain() throws Throwable {
        sessions.then(jenkins -> {
            Settings.services(
                    studio.configured(),
                    TestService.configured("silent", silent.baseUrl(), TestService.CREDENTIALS_ID));
            WorkflowRun later = start(jenkins, "later", """
                    def asked = generateVideo service: 'studio', prompt: 'A paper boat', file: 'boat.mp4', wait: false
                    waitForVideo service: 'studio', id: asked.id, file: 'boat.mp4', pollSeconds: 1
                    """);
            jenkins.waitForMessage("nothing is asked for a second time", later);
            assertEventually(() -> studio.count(Operation.RETRIEVE) > 0, is(true));
            silent.keepSilent(3);
            start(jenkins, "list", "echo \"listed ${listVideos(service: 'silent').size()}\"");
            assertEventually(() -> silent.count("GET", "/videos"), is(1L));
            WorkflowJob character = jenkins.createProject(WorkflowJob.class, "character");
            character.setDefinition(new CpsFlowDefinition(
                    "node { createVideoCharacter service: 'silent', name: 'A duck', video: 'duck.mp4' }", true));
            jenkins.jenkins.getWorkspaceFor(character).child("duck.mp4").copyFrom(Files.newInputStream(video(jenkins)));
            character.scheduleBuild2(0).waitForStart();
            assertEventually(() -> silent.count("POST", "/videos/characters"), is(1L));
            start(jenkins, "render", "generateVideo service: 'silent', prompt: 'A', wait: false");
            assertEventually(() -> silent.count("POST", "/videos"), is(1L));
        });
        studio.finishRenders();
        sessions.then(jenkins -> {
            assertThat(artifacts(finish(jenkins, "later", Result.SUCCESS)), contains("boat.mp4", "boat.mp4.json"));
            jenkins.assertLogContains("listed 0", finish(jenkins, "list", Result.SUCCESS));
            WorkflowRun character = finish(jenkins, "character", Result.FAILURE);
            assertThat(
                    errorLines(character),
                    contains(
                            "ERROR: Jenkins was restarted while the service was asked to create a character. The service"
                                    + " may have created the character 'A duck', and may charge for it; it was not asked a second"
                                    + " time. Services do not list characters: look at the service's own pages before you start"
                                    + " it again."));
            Builds.assertNoStackTrace(character);
            assertThat(uploads(character), is(0L));
            WorkflowRun render = finish(jenkins, "render", Result.FAILURE);
            Builds.assertNoStackTrace(render);
        });
        assertThat(studio.posts(), is(1L));
        assertThat(silent.count("POST", "/videos/characters"), is(1L));
        assertThat(silent.count("POST", "/videos"), is(1L));
        assertThat(silent.count("GET", "/videos") > 1, is(true));
    }

    private static WorkflowRun start(JenkinsRule jenkins, String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static WorkflowRun finish(JenkinsRule jenkins, String name, Result result) throws Exception {
        WorkflowJob job = jenkins.jenkins.getItemByFullName(name, WorkflowJob.class);
        return jenkins.assertBuildStatus(result, jenkins.waitForCompletion(job.getBuildByNumber(1)));
    }

    /** Any video will do: what it shows is not looked at. */
    private static Path video(JenkinsRule jenkins) throws Exception {
        Path file = jenkins.jenkins.getRootDir().toPath().resolve("duck.mp4");
        byte[] box = {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 0};
        return Files.write(file, box);
    }

    private static long uploads(WorkflowRun run) throws Exception {
        try (Stream<Path> files = Files.list(run.getRootDir().toPath().resolve("video-generation"))) {
            return files.filter(Files::isDirectory).count();
        }
    }
}
