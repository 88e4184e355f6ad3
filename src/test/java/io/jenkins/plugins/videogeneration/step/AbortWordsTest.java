package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.fixture.OldBrowser;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What becomes of a render after an abort is told, whether its build is over by then or not. */
@WithJenkins
class AbortWordsTest extends AbortScenario {

    @Test
    void whatTheServiceSaysToTheDeleteIsInTheConsoleAndOnThePage() throws Exception {
        WorkflowRun run = builds.start("generateVideo 'A paper boat'");
        jenkins.waitForMessage("The service took it", run);
        run.doStop();
        builds.finish(Result.ABORTED, run);
        assertThat(videoLines(run), hasItem(matchesPattern("\\[video] video_[0-9a-f]+ at the service: deleted")));
        assertThat(records(run).get(0).deletedAt(), is(notNullValue()));
        assertThat(
                OldBrowser.of(jenkins).getPage(run).asNormalizedText(),
                containsString("Nobody wanted it any more: it was deleted at the service"));
    }

    @Test
    void aDeleteThatTheServiceRefusesIsToldInTheConsoleAndOnThePage() throws Exception {
        service.inject(Operation.DELETE, 1, Fault.status(405));
        WorkflowRun run = builds.start("generateVideo 'A paper boat'");
        jenkins.waitForMessage("The service took it", run);
        run.doStop();
        builds.finish(Result.ABORTED, run);
        assertThat(videoLines(run), hasItem(matchesPattern("\\[video] video_[0-9a-f]+ at the service: .*HTTP 405.*")));
        assertThat(OldBrowser.of(jenkins).getPage(run).asNormalizedText(), containsString("Not deleted: "));
    }

    @Test
    void whatTheServiceSaysTooLateForTheConsoleIsOnThePageAndNotInTheLogOfJenkins() throws Exception {
        try (Gate gate = gate();
                LogRecorder log = new LogRecorder()
                        .recordPackage(WorkflowRun.class, Level.WARNING)
                        .capture(10)) {
            CountDownLatch over = new CountDownLatch(1);
            gate.at(Gate.Moment.ARRIVAL, request -> "DELETE".equals(request.getMethod()), () -> await(over));
            WorkflowRun run = builds.start("generateVideo 'A paper boat'");
            jenkins.waitForMessage("The service took it", run);
            run.doStop();
            builds.finish(Result.ABORTED, run);
            assertThat("the build has ended, and the delete has not", service.deletes(), is(0L));
            over.countDown();
            assertEventually(() -> records(run).get(0).deletedAt(), is(notNullValue()));
            assertThat(
                    OldBrowser.of(jenkins).getPage(run).asNormalizedText(),
                    containsString("Nobody wanted it any more: it was deleted at the service"));
            assertThat(log.getMessages(), is(empty()));
        }
    }
}
