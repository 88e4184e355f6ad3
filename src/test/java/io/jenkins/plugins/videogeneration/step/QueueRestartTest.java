package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import hudson.FilePath;
import hudson.Util;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Images;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.service.Limits;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.util.logging.Level;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Jenkins restarts while one render is under way and others wait for its place. */
class QueueRestartTest {

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
    void theQueueGoesOnWhereItWas() throws Throwable {
        sessions.then(jenkins -> {
            VideoService studio = service.configured();
            studio.setLimits(Limits.concurrent(1));
            Settings.services(studio);
            start(jenkins, "first", "generateVideo prompt: 'A paper boat', pollSeconds: 1", "The service took it");
            start(
                    jenkins,
                    "second",
                    "node { generateVideo prompt: 'It moves', size: '1280x720', inputReference: 'start.png',"
                            + " pollSeconds: 1 }",
                    "Waiting for a free place");
            start(jenkins, "third", "generateVideo prompt: 'A kite', pollSeconds: 1", "Waiting for a free place");
            // what the reference was when the step ran is what counts
            FilePath workspace = jenkins.jenkins.getWorkspaceFor(job(jenkins, "second"));
            workspace.child("start.png").delete();
        });
        assertThat(service.posts(), is(1L));

        sessions.then(jenkins -> {
            jenkins.waitForMessage("Resuming", run(jenkins, "third"));
            assertThat(service.posts(), is(1L));
            service.finishRenders();
            new Builds(jenkins).finish(Result.SUCCESS, run(jenkins, "first"));
            jenkins.waitForMessage("The service took it", run(jenkins, "second"));
            assertThat(service.posts(), is(2L));
            assertThat(videoLines(run(jenkins, "third")), not(hasItem(startsWith("[video] Asking"))));
        });

        sessions.then(jenkins -> {
            service.finishRenders();
            new Builds(jenkins).finish(Result.SUCCESS, run(jenkins, "second"));
            jenkins.waitForMessage("The service took it", run(jenkins, "third"));
            service.finishRenders();
            new Builds(jenkins).finish(Result.SUCCESS, run(jenkins, "third"));
        });
        assertThat(service.posts(), is(3L));
        assertThat(log.getMessages(), is(empty()));
    }

    @Test
    void whoseTurnComesWhenJenkinsIsStoppingIsAskedForAfterTheRestart() throws Throwable {
        sessions.then(jenkins -> {
            VideoService studio = service.configured();
            studio.setLimits(Limits.concurrent(1));
            Settings.services(studio);
            start(jenkins, "first", "generateVideo prompt: 'A paper boat', pollSeconds: 1", "The service took it");
            start(jenkins, "second", "generateVideo prompt: 'A kite', pollSeconds: 1", "Waiting for a free place");
            RenderRuntime.get().engine().close();
            service.finishRenders();
            new Builds(jenkins).finish(Result.SUCCESS, run(jenkins, "first"));
        });
        assertThat("nothing is asked for any more", service.posts(), is(1L));

        sessions.then(jenkins -> {
            jenkins.waitForMessage("The service took it", run(jenkins, "second"));
            service.finishRenders();
            new Builds(jenkins).finish(Result.SUCCESS, run(jenkins, "second"));
            assertThat(videoLines(run(jenkins, "second")), not(hasItem(containsString("interrupted"))));
        });
        assertThat(service.posts(), is(2L));
    }

    @Test
    void whoCannotAskAnyMoreGivesItsTurnUp() throws Throwable {
        sessions.then(jenkins -> {
            VideoService studio = service.configured();
            studio.setLimits(Limits.concurrent(1));
            Settings.services(studio);
            start(jenkins, "first", "generateVideo prompt: 'A paper boat', pollSeconds: 1", "The service took it");
            start(jenkins, "second", """
                    try {
                        node {
                            generateVideo prompt: 'It moves', size: '1280x720', inputReference: 'start.png'
                        }
                    } catch (e) {
                        echo "without it: ${e.message}"
                        sleep 600
                    }
                    """, "Waiting for a free place");
            Util.deleteRecursive(uploads(jenkins));
        });
        sessions.then(jenkins -> {
            jenkins.waitForMessage("without it: ", run(jenkins, "second"));
            start(jenkins, "third", "generateVideo prompt: 'A kite', pollSeconds: 1", "Waiting for a free place");
            service.finishRenders();
            new Builds(jenkins).finish(Result.SUCCESS, run(jenkins, "first"));
            jenkins.waitForMessage("The service took it", run(jenkins, "third"));
            RenderRecord given =
                    BuildVideos.of(run(jenkins, "second")).records().get(0);
            assertThat(given.phase(), is(Phase.FAILED));
            assertThat(given.isOpen(), is(false));
        });
        assertThat(service.posts(), is(2L));
    }

    /** What the second build has brought for its request. */
    private static File uploads(JenkinsRule jenkins) throws Exception {
        WorkflowRun second = run(jenkins, "second");
        BuildVideos videos = BuildVideos.of(second);
        return videos.folder(videos.records().get(0).key()).resolve("uploads").toFile();
    }

    private static void start(JenkinsRule jenkins, String name, String script, String until) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        jenkins.jenkins
                .getWorkspaceFor(job)
                .child("start.png")
                .copyFrom(new ByteArrayInputStream(Images.png(1280, 720)));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage(until, run);
    }

    private static WorkflowJob job(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class);
    }

    private static WorkflowRun run(JenkinsRule jenkins, String name) {
        return job(jenkins, name).getBuildByNumber(1);
    }
}
