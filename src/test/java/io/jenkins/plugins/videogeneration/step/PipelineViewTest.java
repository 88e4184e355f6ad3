package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What views of a pipeline show of its steps: which video, what was asked for, and how far it is. */
@WithJenkins
class PipelineViewTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersOnDemand();

    private static Builds builds;

    @BeforeAll
    static void start(JenkinsRule jenkins) throws Exception {
        builds = new Builds(jenkins);
        Settings.services(service.configured());
    }

    @Test
    void theArgumentThatTellsMostStandsBesideTheName() {
        Map<String, Object> all = Map.of("prompt", "A duck", "id", "video_1", "name", "Mallard", "limit", 3);
        for (String step : List.of("generateVideo", "extendVideo", "editVideo", "remixVideo")) {
            assertThat(step, shown(step, all), is("A duck"));
        }
        for (String step :
                List.of("waitForVideo", "downloadVideo", "retrieveVideo", "deleteVideo", "getVideoCharacter")) {
            assertThat(step, shown(step, Map.of("id", "video_1", "service", "studio")), is("video_1"));
        }
        assertThat(shown("createVideoCharacter", Map.of("name", "Mallard", "video", "a.mp4")), is("Mallard"));
        assertThat(shown("listVideos", Map.of("limit", 3)), nullValue());
    }

    @Test
    void aLongPromptBecomesOneShortLine() {
        String shown = shown("generateVideo", Map.of("prompt", "A duck\n\tand \uD83E\uDD86" + " swims".repeat(50)));
        assertThat(shown.codePointCount(0, shown.length()), is(100));
        assertThat(shown, containsString("A duck and \uD83E\uDD86 swims swims"));
        assertThat(shown.substring(shown.length() - 1), is("\u2026"));
        assertThat(shown("generateVideo", Map.of("prompt", "x".repeat(100))), is("x".repeat(100)));
    }

    @Test
    void aRunningStepSaysWhichVideoItIsAndHowFar() throws Exception {
        WorkflowRun run = builds.start("generateVideo prompt: 'A paper boat', pollSeconds: 1");
        CpsFlowExecution execution =
                (CpsFlowExecution) run.getExecutionPromise().get();
        assertEventually(() -> execution.getThreadDump().toString(), containsString("queued"));

        assertEventually(() -> labels(run), contains("Generate video: a-paper-boat.mp4"));
        assertThat(arguments(run), contains("A paper boat"));

        service.progress(50);
        assertEventually(() -> execution.getThreadDump().toString(), containsString("in_progress 50 %"));
        service.finishRenders();
        builds.finish(Result.SUCCESS, run);
        assertThat(labels(run), contains("Generate video: a-paper-boat.mp4"));
    }

    @Test
    void aStepThatLeavesNoFileHasThePromptForALabel() throws Exception {
        WorkflowRun run = builds.succeed("generateVideo prompt: 'A <b>bold</b> duck', wait: false");
        assertThat(labels(run), contains("Generate video: A <b>bold</b> duck"));
        run.reload();
        assertThat("it is saved", labels(run), hasSize(1));
    }

    private static String shown(String step, Map<String, Object> arguments) {
        return StepDescriptor.byFunctionName(step).argumentsToString(arguments);
    }

    private static List<String> labels(WorkflowRun run) {
        return nodes(run).stream()
                .flatMap(node -> node.getActions(LabelAction.class).stream())
                .map(LabelAction::getDisplayName)
                .toList();
    }

    private static List<String> arguments(WorkflowRun run) {
        return nodes(run).stream()
                .map(ArgumentsAction::getStepArgumentsAsString)
                .filter(arguments -> arguments != null)
                .toList();
    }

    private static List<FlowNode> nodes(WorkflowRun run) {
        return new DepthFirstScanner().allNodes(run.getExecution());
    }
}
