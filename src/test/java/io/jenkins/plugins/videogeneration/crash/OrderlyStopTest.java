package io.jenkins.plugins.videogeneration.crash;

import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * A pipeline that is not saved with every step goes on after an orderly restart, asks for a video, and then its
 * controller is killed. What was saved at the orderly stop must not be gone on from a second time.
 */
class OrderlyStopTest {

    /** Longer than it takes to stop the controller, once the pipelines have come to it. */
    private static final String PAUSE = "sleep 30\n";

    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String BUILD_STEP = "build-step";

    @RegisterExtension
    private final RealJenkinsExtension controller =
            new RealJenkinsExtension().withTimeout(1200).javaOptions("-Xmx512m");

    private final TestService service = TestService.rendersOnDemand();
    private final Gate gate = new Gate(service.baseUrl());

    @AfterEach
    void stop() {
        gate.close();
        service.close();
    }

    @Test
    void nothingIsPaidTwiceIfAKillFollowsAnOrderlyRestart() throws Throwable {
        controller.startJenkins();
        controller.runRemotely(OrderlyStopTest::start, gate.baseUrl());
        assertEventually(service::posts, is(1L));
        service.finishRenders();
        controller.runRemotely(OrderlyStopTest::startTheOthers);
        controller.stopJenkins();

        controller.startJenkins();
        for (String job : List.of(FIRST, SECOND, BUILD_STEP)) {
            assertEventually(() -> posts(job), is(1L));
        }
        controller.stopJenkinsForcibly();

        service.finishRenders();
        controller.startJenkins();
        controller.runRemotely(OrderlyStopTest::awaitEnds);
        for (String job : List.of(FIRST, SECOND, BUILD_STEP)) {
            assertThat(job, posts(job), is(1L));
        }
    }

    private static void start(JenkinsRule jenkins, String baseUrl) throws Exception {
        Settings.services(TestService.configured(TestService.NAME, baseUrl, TestService.CREDENTIALS_ID));
        startJob(
                jenkins,
                SECOND,
                "generateVideo prompt: 'before the stop', pollSeconds: 1\n" + PAUSE + "generateVideo prompt: 'second'");
    }

    /** When the one that renders before the stop is at its pause. */
    private static void startTheOthers(JenkinsRule jenkins) throws Exception {
        jenkins.waitForMessage("Sleeping for", Films.run(jenkins, SECOND));
        startJob(jenkins, FIRST, PAUSE + "generateVideo prompt: 'first'");
        startJob(jenkins, BUILD_STEP, PAUSE + "node { step([$class: 'GenerateVideoBuilder', prompt: 'build-step']) }");
        for (String job : List.of(FIRST, BUILD_STEP)) {
            jenkins.waitForMessage("Sleeping for", Films.run(jenkins, job));
        }
    }

    private static void startJob(JenkinsRule jenkins, String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        job.addProperty(new DurabilityHintJobProperty(FlowDurabilityHint.PERFORMANCE_OPTIMIZED));
        job.scheduleBuild2(0).waitForStart();
    }

    private static void awaitEnds(JenkinsRule jenkins) throws Exception {
        for (String job : List.of(FIRST, SECOND, BUILD_STEP)) {
            WorkflowRun run = Films.run(jenkins, job);
            assertEventually(run::isBuilding, is(false));
            assertThat("it was not gone on with", run.getResult(), is(Result.FAILURE));
        }
    }

    private long posts(String prompt) {
        return gate.posts().stream().filter(body -> body.contains(prompt)).count();
    }
}
