package io.jenkins.plugins.videogeneration.step;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** The controller is a process of its own and is killed. */
class CrashTest {

    private static final String JOB = "film";

    @RegisterExtension
    private static final TestService service = TestService.rendersOnDemand();

    @RegisterExtension
    private final RealJenkinsExtension controller =
            new RealJenkinsExtension().javaOptions("-Duser.language=en", "-Duser.country=US");

    @Test
    void aRenderThatIsWaitedForWhenTheControllerIsKilledIsDeliveredAfterwards() throws Throwable {
        controller.startJenkins();
        controller.runRemotely(CrashTest::startAndWait, service.baseUrl());
        controller.stopJenkinsForcibly();
        service.finishRenders();
        controller.startJenkins();
        controller.runRemotely(CrashTest::expectTheVideo);
        assertThat(service.posts(), is(1L));
        assertThat(service.deletes(), is(0L));
    }

    private static void startAndWait(JenkinsRule jenkins, String baseUrl) throws Exception {
        Settings.services(TestService.configured(TestService.NAME, baseUrl, TestService.CREDENTIALS_ID));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, JOB);
        job.setDefinition(new CpsFlowDefinition("""
                def video = generateVideo 'A paper boat'
                echo "got ${video.file}"
                """, true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("The service took it", run);
    }

    private static void expectTheVideo(JenkinsRule jenkins) throws Exception {
        WorkflowRun run =
                jenkins.jenkins.getItemByFullName(JOB, WorkflowJob.class).getBuildByNumber(1);
        new Builds(jenkins).finish(Result.SUCCESS, run);
        jenkins.assertLogContains("got a-paper-boat.mp4", run);
    }
}
