package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Jenkins stops while a service puts off what is paid for: nothing was taken, so it is asked for after the restart. */
class PutOffRestartTest {

    /** Longer than anybody waits for the first session to end. */
    private static final Fault BUSY = Fault.status(429, Map.of("retry-after", "300"));

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final TestService service = TestService.rendersAtOnce();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatWasPutOffIsAskedForAfterTheRestart() throws Throwable {
        service.inject(Operation.CREATE_CHARACTER, 1, BUSY);
        sessions.then(jenkins -> {
            Settings.services(service.configured());
            start(jenkins, "character", """
                    node {
                        generateVideo prompt: 'A duck', file: 'duck.mp4'
                        createVideoCharacter name: 'A duck', video: 'duck.mp4'
                    }
                    """);
            assertEventually(() -> service.count(Operation.CREATE_CHARACTER), is(1L));
            service.inject(Operation.CREATE, 1, BUSY);
            WorkflowRun render = start(jenkins, "render", "generateVideo prompt: 'A kite'");
            jenkins.waitForMessage("has not taken the request yet", render);
        });
        sessions.then(jenkins -> {
            for (String name : new String[] {"render", "character"}) {
                WorkflowRun run = jenkins.jenkins
                        .getItemByFullName(name, WorkflowJob.class)
                        .getBuildByNumber(1);
                new Builds(jenkins).finish(Result.SUCCESS, run);
                assertThat(errorLines(run), is(empty()));
                assertThat(videoLines(run), not(hasItem(containsString("interrupted"))));
            }
        });
        assertThat("the duck, and the kite twice", service.posts(), is(3L));
        assertThat(service.count(Operation.CREATE_CHARACTER), is(2L));
    }

    private static WorkflowRun start(JenkinsRule jenkins, String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }
}
