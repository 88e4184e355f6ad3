package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import hudson.model.Executor;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.OldBrowser;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.service.Limits;
import io.jenkins.plugins.videogeneration.service.VideoService;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** One place at the service, and several builds that want it. */
@WithJenkins
class QueueTest {

    private static final String WAITING = "Waiting for a free place at 'studio'";

    private final TestService service = TestService.rendersOnDemand();
    private JenkinsRule jenkins;
    private Builds builds;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        builds = new Builds(rule);
        limit(1);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void rendersGoOneAfterTheOtherInOrderOfArrival() throws Exception {
        WorkflowRun first = submitted("A paper boat");
        WorkflowRun second = waiting("A red balloon");
        WorkflowRun third = waiting("A green kite");
        assertThat(service.posts(), is(1L));
        assertThat(journal(second), is(Phase.QUEUED));
        assertThat(
                jenkins.getJSON(second.getUrl() + "videos/progress").getContentAsString(),
                containsString("\"status\":\"Waiting for a free place at studio\""));
        assertThat(
                OldBrowser.of(jenkins).getPage(second).asNormalizedText(),
                containsString("Waiting for a free place at studio"));
        CpsFlowExecution execution =
                (CpsFlowExecution) second.getExecutionPromise().get();
        assertThat(execution.getThreadDump().toString(), containsString("waiting for a free place at studio"));

        service.finishRenders();
        builds.finish(Result.SUCCESS, first);
        jenkins.waitForMessage("The service took it", second);
        assertThat(service.posts(), is(2L));
        assertThat(videoLines(third), not(hasItem(startsWith("[video] Asking"))));

        service.finishRenders();
        builds.finish(Result.SUCCESS, second);
        jenkins.waitForMessage("The service took it", third);
        service.finishRenders();
        builds.finish(Result.SUCCESS, third);
        assertThat(service.posts(), is(3L));
    }

    @Test
    void whoIsAbortedInTheQueueHasAskedForNothing() throws Exception {
        WorkflowRun first = submitted("A paper boat");
        WorkflowRun second = waiting("A red balloon");
        WorkflowRun third = waiting("A green kite");

        abort(second);
        jenkins.assertLogContains("it left the queue, and nothing was asked for", second);
        service.finishRenders();
        builds.finish(Result.SUCCESS, first);
        jenkins.waitForMessage("The service took it", third);
        service.finishRenders();
        builds.finish(Result.SUCCESS, third);

        assertThat(service.posts(), is(2L));
        assertThat(service.deletes(), is(0L));
        assertEventually(() -> journal(second), is(Phase.CANCELLED));
    }

    @Test
    void aFailedRenderGivesItsPlaceBack() throws Exception {
        WorkflowRun first = submitted("A paper boat");
        WorkflowRun second = waiting("A red balloon");

        abort(first);
        jenkins.waitForMessage("The service took it", second);
        service.finishRenders();
        builds.finish(Result.SUCCESS, second);
        assertThat(service.posts(), is(2L));
    }

    private void abort(WorkflowRun run) throws Exception {
        Executor executor = run.getExecutor();
        assertThat(executor, notNullValue());
        executor.interrupt();
        builds.finish(Result.ABORTED, run);
    }

    @Test
    void aLimitThatIsRaisedLetsInAtOnce() throws Exception {
        WorkflowRun first = submitted("A paper boat");
        WorkflowRun second = waiting("A red balloon");

        limit(2);
        jenkins.waitForMessage("The service took it", second);
        service.finishRenders();
        builds.finish(Result.SUCCESS, first);
        builds.finish(Result.SUCCESS, second);
        assertThat(service.posts(), is(2L));
    }

    private void limit(int renders) throws Exception {
        VideoService studio = service.configured();
        studio.setLimits(Limits.concurrent(renders));
        Settings.services(studio);
    }

    private WorkflowRun submitted(String prompt) throws Exception {
        WorkflowRun run = builds.start("generateVideo prompt: '" + prompt + "', pollSeconds: 1");
        jenkins.waitForMessage("The service took it", run);
        return run;
    }

    private WorkflowRun waiting(String prompt) throws Exception {
        WorkflowRun run = builds.start("generateVideo prompt: '" + prompt + "', pollSeconds: 1");
        jenkins.waitForMessage(WAITING, run);
        return run;
    }

    private static Phase journal(WorkflowRun run) throws Exception {
        return BuildVideos.of(run).records().get(0).phase();
    }
}
