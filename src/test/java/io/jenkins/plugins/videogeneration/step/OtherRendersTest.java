package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.run.OpenRenders;
import io.jenkins.plugins.videogeneration.service.Limits;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Several jobs that ask one service for the same, and a request whose fate is not known. */
@WithJenkins
class OtherRendersTest {

    private static final String BOAT = "generateVideo prompt: 'A boat', file: 'boat.mp4'";

    private final TestService service = TestService.rendersOnDemand();
    private JenkinsRule jenkins;
    private Builds builds;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        builds = new Builds(rule);
        Settings.services(service.configured());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theRenderThatAnotherJobWaitsForIsNotTakenForALostOne() throws Exception {
        WorkflowRun other = builds.start(BOAT);
        jenkins.waitForMessage("The service took it", other);
        service.inject(Operation.CREATE, 1, Fault.connectionLost());
        WorkflowRun run = builds.fail(BOAT);
        assertThat(errorLines(run), contains(containsString("and the service's list shows no such render")));
        service.finishRenders();
        builds.finish(Result.SUCCESS, other);
    }

    @Test
    void theVideoThatAnotherJobHasBroughtHomeIsNotTakenForALostOne() throws Exception {
        WorkflowRun other = builds.start(BOAT);
        jenkins.waitForMessage("The service took it", other);
        service.finishRenders();
        builds.finish(Result.SUCCESS, other);
        service.inject(Operation.CREATE, 1, Fault.connectionLost());
        WorkflowRun run = builds.fail(BOAT);
        assertThat(errorLines(run), contains(containsString("and the service's list shows no such render")));
        assertThat(artifacts(run), is(empty()));
    }

    @Test
    void aRenderWhoseKeyIsGoneWhenItsTurnComesLeavesNothingBehind() throws Exception {
        VideoService limited = service.configured();
        limited.setLimits(Limits.concurrent(1));
        Settings.services(limited);
        WorkflowRun first = builds.start(BOAT);
        jenkins.waitForMessage("The service took it", first);
        WorkflowRun second = builds.start(BOAT);
        jenkins.waitForMessage("Waiting for a free place", second);
        Settings.noCredentials();
        first.doStop();
        jenkins.waitForCompletion(first);
        builds.finish(Result.FAILURE, second);
        assertThat(errorLines(second), contains(containsString("Nothing was sent, and nothing was paid.")));
        assertThat(
                OpenRenders.get().all().stream().map(open -> open.job()).toList(),
                contains(first.getParent().getFullName()));
        assertThat(videoLines(second), hasItem(containsString("Waiting for a free place")));
    }
}
