package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What cannot be right is refused in words, and the service does not hear of it. */
@WithJenkins
class RefusalTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;

    private Builds builds;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        Settings.services(service.configured());
        builds = new Builds(jenkins);
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(service.requests(), is(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prompt: ''                       | The field 'prompt' is empty. Say in words what the video shall show.
            prompt: '  '                     | The field 'prompt' is empty. Say in words what the video shall show.
            prompt: 'x' * 32001              | The field 'prompt' has 32001 characters, but 32000 is the limit. Shorten it.
            prompt: 'a', size: 'large'       | The field 'size' is 'large', but has to be WIDTHxHEIGHT in pixels, for example 1280x720.
            prompt: 'a', size: '0x720'       | The field 'size' is '0x720', but has to be WIDTHxHEIGHT in pixels, for example 1280x720.
            prompt: 'a', seconds: '0'        | The field 'seconds' is '0', but has to be a positive number, for example 8.
            prompt: 'a', seconds: -1         | The field 'seconds' is '-1', but has to be a positive number, for example 8.
            prompt: 'a', seconds: 'abc'      | The field 'seconds' is 'abc', but has to be a positive number, for example 8.
            prompt: 'a', timeoutMinutes: 0   | The field 'timeoutMinutes' is 0, but has to be from 1 to 1440.
            prompt: 'a', timeoutMinutes: 1441| The field 'timeoutMinutes' is 1441, but has to be from 1 to 1440.
            prompt: 'a', pollSeconds: 0      | The field 'pollSeconds' is 0, but has to be from 1 to 600.
            prompt: 'a', pollSeconds: 601    | The field 'pollSeconds' is 601, but has to be from 1 to 600.
            prompt: 'a', file: '/tmp/a.mp4'  | The field 'file' '/tmp/a.mp4' is absolute, but has to be a path inside the workspace, for example videos/intro.mp4.
            prompt: 'a', file: '../a.mp4'    | The field 'file' '../a.mp4' has '..' in it, but has to stay inside the workspace.
            prompt: 'a', file: 'b/../../a.mp4' | The field 'file' 'b/../../a.mp4' has '..' in it, but has to stay inside the workspace.
            prompt: 'a', file: 'videos/con.mp4' | The field 'file' 'videos/con.mp4' has the name of a Windows device in it.
            prompt: 'a', file: 'a\\nb.mp4'   | The field 'file' 'a?b.mp4' has a character that is not allowed in file names on every system.
            prompt: 'a', onAbort: 'stop'     | The field 'onAbort' is 'stop', but has to be delete or keep.
            adopt: '../videos'               | The field 'adopt' is '../videos', but an id has no slashes and is more than dots.
            prompt: 'a', archive: false      | The field 'archive' is false, but without a workspace the video would be nowhere. Use it inside node.
            """)
    void refusesWhatCannotBeRight(String arguments, String words) throws Exception {
        WorkflowRun run = builds.fail("generateVideo " + arguments);
        assertThat(errorLines(run), contains("ERROR: " + words + " Nothing was sent."));
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there that few have")
    @Test
    void refusesAFileThatALinkLeadsOutOfTheWorkspace() throws Exception {
        WorkflowJob job = builds.pipeline("node { generateVideo prompt: 'a', file: 'out/a.mp4' }");
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
        workspace.mkdirs();
        workspace.child("out").symlinkTo(jenkins.jenkins.getRootDir().getPath(), jenkins.createTaskListener());
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'file' 'out/a.mp4' leads out of the workspace through a link."
                        + " Nothing was sent."));
        Builds.assertNoStackTrace(run);
    }

    @Test
    void namesTheServicesThatThereAre() throws Exception {
        VideoService other = TestService.configured("cinema", service.baseUrl(), TestService.CREDENTIALS_ID);
        Settings.services(service.configured(), other);
        WorkflowRun run = builds.fail("generateVideo prompt: 'a', service: 'theatre'");
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'service' is 'theatre', but there is no video service with that name."
                        + " Known: studio, cinema."));
    }

    @Test
    void doesNotChooseAmongServicesByItself() throws Exception {
        VideoService other = TestService.configured("cinema", service.baseUrl(), TestService.CREDENTIALS_ID);
        Settings.services(service.configured(), other);
        WorkflowRun run = builds.fail("generateVideo 'a'");
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'service' is empty, and there is no default video service."
                        + " Name one of: studio, cinema."));
    }

    @Test
    void saysWhereToAddTheFirstService() throws Exception {
        Settings.services();
        WorkflowRun run = builds.fail("generateVideo 'a'");
        assertThat(
                errorLines(run),
                contains("ERROR: There is no video service yet. An administrator can add one in Manage Jenkins > System"
                        + " > Video services; the kind Simulator costs nothing."));
    }

    @Test
    void refusesInTheMiddleOfAPipelineWhatAScriptCanCatch() throws Exception {
        WorkflowRun run = builds.succeed("""
                try {
                    generateVideo ''
                } catch (hudson.AbortException e) {
                    echo "caught: ${e.message}"
                }
                """);
        jenkins.assertLogContains("caught: The field 'prompt' is empty.", run);
    }
}
