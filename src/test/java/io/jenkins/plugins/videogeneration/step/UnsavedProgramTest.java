package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A pipeline that cannot be saved would run its steps again after a crash, and pay again. */
@WithJenkins
class UnsavedProgramTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    @Test
    void nothingIsSentIfTheProgramCannotBeSaved(JenkinsRule jenkins) throws Exception {
        Settings.services(service.configured());
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("""
                def words = 'A paper boat' =~ /paper/
                generateVideo 'A paper boat'
                """, false));
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));
        assertThat(console(run), containsString("java.util.regex.Matcher"));
        assertThat(service.posts(), is(0L));
        assertThat(run.getAction(BuildVideos.class) == null, is(true));
        // a pipeline that can be saved pays
        new Builds(jenkins).succeed("generateVideo 'A paper boat'");
        assertThat(service.posts(), is(1L));
    }
}
