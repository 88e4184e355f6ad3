package io.jenkins.plugins.videogeneration.gallery;

import hudson.model.Result;
import hudson.model.queue.QueueTaskFuture;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.VideoPrice;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** A job with builds whose videos are finished, refused, and on their way. */
final class GalleryScene implements AutoCloseable {

    static final String FINISHED = """
            generateVideo prompt: 'A paper boat sails down a rainy street, seen from above', size: '1280x720',
                seconds: '4', file: 'videos/boat.mp4', thumbnail: true, spritesheet: true
            generateVideo prompt: 'A lighthouse in the fog', size: '1280x720', seconds: '4'
            """;
    static final String REFUSED = "generateVideo prompt: 'Something unsafe', size: '720x1280', seconds: '4'";
    static final String RUNNING =
            "generateVideo prompt: 'A kite over the dunes', size: '1280x720', seconds: '8', pollSeconds: 1";
    static final String KITE = "generateVideo prompt: 'A kite over the dunes', size: '1280x720', seconds: '4'";
    static final String REUSING =
            "generateVideo prompt: 'A lighthouse in the fog', size: '1280x720', seconds: '4', reuse: true";

    /** Videos that no step waits for. */
    static String waves(int number) {
        return "for (int i = 1; i <= %d; i++) {".formatted(number)
                + " generateVideo prompt: \"Wave ${i} breaks on the shore\", seconds: '4', wait: false }";
    }

    private final TestService atOnce =
            TestService.rendersAtOnce(new PromptRule("unsafe", PromptRule.Effect.MODERATION_BLOCKED));
    private final TestService slow = TestService.rendersOnDemand();
    private final JenkinsRule jenkins;
    private final WorkflowJob job;

    GalleryScene(JenkinsRule jenkins, String name) throws Exception {
        this.jenkins = jenkins;
        Settings.services(priced(atOnce));
        job = jenkins.createProject(WorkflowJob.class, name);
    }

    WorkflowJob job() {
        return job;
    }

    TestService slow() {
        return slow;
    }

    WorkflowRun finished() throws Exception {
        return ended(Result.SUCCESS, FINISHED);
    }

    WorkflowRun refused() throws Exception {
        return ended(Result.FAILURE, REFUSED);
    }

    WorkflowRun ended(Result result, String script) throws Exception {
        Settings.services(priced(atOnce));
        return jenkins.assertBuildStatus(result, start(script));
    }

    /** A build whose render is half done, until {@link TestService#finishRenders()} of {@link #slow()}. */
    WorkflowRun halfDone() throws Exception {
        Settings.services(priced(slow));
        WorkflowRun run = start(RUNNING).waitForStart();
        jenkins.waitForMessage("The service took it", run);
        slow.progress(50);
        jenkins.waitForMessage("in_progress", run);
        return run;
    }

    /** A build that was aborted, and whose video the service renders all the same. */
    WorkflowRun aborted() throws Exception {
        Settings.services(priced(slow));
        WorkflowRun run = start(RUNNING + ", onAbort: 'keep'").waitForStart();
        jenkins.waitForMessage("The service took it", run);
        run.doStop();
        return new Builds(jenkins).finish(Result.ABORTED, run);
    }

    private static VideoService priced(TestService service) {
        VideoService studio = service.configured();
        studio.setCurrency("USD");
        studio.setPrices(List.of(new VideoPrice("0.10")));
        return studio;
    }

    private QueueTaskFuture<WorkflowRun> start(String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0);
    }

    void finish(WorkflowRun run) throws Exception {
        slow.finishRenders();
        new Builds(jenkins).finish(Result.SUCCESS, run);
    }

    @Override
    public void close() {
        atOnce.close();
        slow.close();
    }
}
