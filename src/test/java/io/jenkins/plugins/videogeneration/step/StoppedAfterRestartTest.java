package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import hudson.model.Result;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.service.Limits;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.util.concurrent.CountDownLatch;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A build is aborted after a restart, before its steps have had their turn to go on. */
class StoppedAfterRestartTest {

    /** Set for a session in which nothing has its turn before the test says so. */
    private static CountDownLatch turns;

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final TestService service = TestService.rendersOnDemand();

    /** Made before any pipeline goes on. */
    @TestExtension
    public static class Occupation extends ItemListener {

        public Occupation() {
            for (int i = 0; turns != null && i < RenderRuntime.WORKERS; i++) {
                RenderRuntime.get().worker().execute(Occupation::hold);
            }
        }

        private static void hold() {
            try {
                turns.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AfterEach
    void stop() {
        turns = null;
        service.close();
    }

    @Test
    void whatTheServiceHasIsDeletedAndWhoWaitsForAPlaceLeavesTheQueue() throws Throwable {
        sessions.then(jenkins -> {
            VideoService studio = service.configured();
            studio.setLimits(Limits.concurrent(1));
            Settings.services(studio);
            start(jenkins, "first", "The service took it");
            start(jenkins, "second", "Waiting for a free place");
        });
        turns = new CountDownLatch(1);
        sessions.then(jenkins -> {
            WorkflowRun first = run(jenkins, "first");
            WorkflowRun second = run(jenkins, "second");
            for (WorkflowRun run : new WorkflowRun[] {second, first}) {
                jenkins.waitForMessage("Resuming build", run);
                run.getExecution().interrupt(Result.ABORTED);
                jenkins.waitForMessage("goes on after the abort", run);
            }
            turns.countDown();
            assertEventually(() -> record(first).deletedAt(), is(notNullValue()));
            assertEventually(() -> record(second).isOpen(), is(false));
            jenkins.waitForMessage("at the service: deleted", first);
            assertThat(
                    videoLines(first),
                    hasItem(matchesPattern(".*Nobody wants video_.* asking the service to delete.*")));
            jenkins.waitForMessage("it left the queue, and nothing was asked for", second);

            start(jenkins, "third", "The service took it");
        });
        assertThat(service.deletes(), is(1L));
        assertThat("the first and the third", service.posts(), is(2L));
    }

    private static void start(JenkinsRule jenkins, String name, String until) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition("""
                try {
                    generateVideo prompt: '%s', pollSeconds: 1
                } finally {
                    echo 'goes on after the abort'
                    sleep 600
                }
                """.formatted(name), true));
        jenkins.waitForMessage(until, job.scheduleBuild2(0).waitForStart());
    }

    private static RenderRecord record(WorkflowRun run) {
        return run.getAction(BuildVideos.class).records().get(0);
    }

    private static WorkflowRun run(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class).getBuildByNumber(1);
    }
}
