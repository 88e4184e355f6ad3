package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.SimulatorKind;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A service that refuses or breaks fails the build in its own words. */
@WithJenkins
class ServiceFailureTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce(
            new PromptRule("forbidden", PromptRule.Effect.MODERATION_BLOCKED),
            new PromptRule("unlucky", PromptRule.Effect.JOB_FAILS));

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

    @Test
    void moderationAdvisesToChangeThePrompt() throws Exception {
        long posts = service.posts();
        WorkflowRun run = builds.fail("generateVideo 'A forbidden boat'");
        assertThat(
                errorLines(run),
                contains(matchesPattern("ERROR: The service ended the render video_[0-9a-f]+ with status 'failed':"
                        + " The request was blocked by the moderation system\\. \\(moderation_blocked\\) \\[request id [^ ]+]\\."
                        + " The service's moderation refuses the prompt or the reference: change them\\.")));
        assertThat(service.posts() - posts, is(1L));
        assertThat(artifacts(run), is(empty()));
    }

    @Test
    void aRenderThatBreaksTellsItsCode() throws Exception {
        long posts = service.posts();
        WorkflowRun run = builds.fail("node { generateVideo 'An unlucky boat' }");
        assertThat(
                errorLines(run),
                contains(matchesPattern("ERROR: The service ended the render video_[0-9a-f]+ with status 'failed':"
                        + " The render failed on the server\\. \\(server_error\\) \\[request id [^ ]+]\\."
                        + " Try again, or change the request; the service knows more under this id\\.")));
        assertThat(service.posts() - posts, is(1L));
    }

    @Test
    void theSimulatorFailsForThePromptsThatItIsToldTo() throws Exception {
        SimulatorKind simulator = new SimulatorKind();
        simulator.setRenderSeconds(0);
        simulator.setModerateWhen("gun");
        simulator.setFailWhen("flood");
        Settings.services(new VideoService("rehearsal", simulator));
        assertThat(errorLines(builds.fail("generateVideo 'A Gun'")), contains(containsString("(moderation_blocked)")));
        assertThat(errorLines(builds.fail("generateVideo 'A flood'")), contains(containsString("(server_error)")));
        builds.succeed("generateVideo 'A boat'");
    }

    @Test
    void aRequestThatTheServiceRefusesNamesTheField() throws Exception {
        WorkflowRun run = builds.fail("generateVideo prompt: 'A boat', size: '100x100'");
        assertThat(
                errorLines(run),
                contains(matchesPattern(
                        "ERROR: POST /v1/videos: HTTP 400: Invalid 'size'; supported values are .* \\[param size]"
                                + " \\[code invalid_value] \\[request id [^]]+]\\."
                                + " Change 'size' to a value that the service accepts\\.")));
    }

    @Test
    void aNextTryMayUseTheSameFile() throws Exception {
        service.inject(Operation.CREATE, 1, Fault.status(400));
        WorkflowRun run = builds.succeed("retry(2) { generateVideo prompt: 'A boat', file: 'boat.mp4' }");
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
    }
}
