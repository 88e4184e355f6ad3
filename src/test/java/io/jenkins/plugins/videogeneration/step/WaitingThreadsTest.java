package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class WaitingThreadsTest {

    private static final long RENDERS = 50;

    @Test
    void howeverManyRendersWaitFiveThreadsListenAndAsk(JenkinsRule jenkins) throws Exception {
        try (TestService service = TestService.rendersOnDemand()) {
            Settings.services(service.configured());
            Builds builds = new Builds(jenkins);
            WorkflowRun run = builds.start("def branches = [:]\nfor (int i = 0; i < " + RENDERS
                    + "; i++) { branches['r' + i] = { generateVideo prompt: 'A paper boat', seconds: 4 } }\n"
                    + "parallel branches");
            assertEventually(service::posts, is(RENDERS));
            // those that were needed to begin are let go of
            assertEventually(WaitingThreadsTest::ownThreads, is(lessThanOrEqualTo(5L)));
            assertThat("they wait", run.isBuilding(), is(true));
            service.finishRenders();
            builds.finish(Result.SUCCESS, run);
        }
    }

    /** OkHttp has some more for itself, which do not ask and go by themselves. */
    private static long ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("video-generation"))
                .count();
    }
}
