package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.videogeneration.adoption.UndeliveredVideo;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The renders of this class never end by themselves: what ends is ended by an abort. */
@WithJenkins
class AbortTest extends AbortScenario {

    private static final String DELETING =
            "\\[video] Nobody wants video_[0-9a-f]+ any more: asking the service to delete it";

    /** Enough to be taken for a video. */
    private static final byte[] MP4_HEAD = "\0\0\0\u0018ftypisom\0\0\0\0isomiso2".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void anAbortedBuildEndsAndHasItsRenderDeleted() throws Exception {
        WorkflowRun run = builds.start("generateVideo 'A paper boat'");
        jenkins.waitForMessage("The service took it", run);
        run.doStop();
        builds.finish(Result.ABORTED, run);
        assertEventually(service::deletes, is(1L));
        assertThat(videoLines(run), hasItem(matchesPattern(DELETING)));
        assertThat(service.posts(), is(1L));
        assertThat(phases(run), contains(Phase.CANCELLED));
        Builds.assertNoStackTrace(run);
    }

    @Test
    void anAbortedBuildEndsEvenIfTheServiceDoesNotAnswer() throws Exception {
        WorkflowRun run = builds.start("generateVideo 'A paper boat'");
        jenkins.waitForMessage("The service took it", run);
        service.close();
        run.doStop();
        builds.finish(Result.ABORTED, run);
        assertThat(videoLines(run), hasItem(matchesPattern(DELETING)));
    }

    @Test
    void whatIsJustBeingDeletedIsNotOfferedToBeFetched() throws Exception {
        try (Gate gate = gate()) {
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch looked = new CountDownLatch(1);
            gate.at(Gate.Moment.ARRIVAL, request -> "DELETE".equals(request.getMethod()), () -> {
                asked.countDown();
                await(looked);
            });
            service.inject(Operation.DELETE, 1, Fault.status(403));
            WorkflowRun run = builds.start("generateVideo 'A paper boat'");
            jenkins.waitForMessage("The service took it", run);
            run.doStop();
            builds.finish(Result.ABORTED, run);
            await(asked);
            assertThat(records(run).get(0).isOpen(), is(true));
            assertThat(UndeliveredVideo.find(run, records(run).get(0).key()), is(Optional.empty()));
            looked.countDown();
            assertEventually(
                    () -> UndeliveredVideo.find(run, records(run).get(0).key())
                            .filter(UndeliveredVideo::isFetchable)
                            .isPresent(),
                    is(true));
            assertThat("that failed", records(run).get(0).deletionProblem(), is(notNullValue()));
        }
    }

    @Test
    void aRenderOfAnotherBuildIsNotDeleted() throws Exception {
        WorkflowRun first = builds.start("generateVideo 'A paper boat'");
        jenkins.waitForMessage("The service took it", first);
        String id = first.getAction(BuildVideos.class).records().get(0).videoId();
        WorkflowRun run = builds.start("waitForVideo '" + id + "'");
        jenkins.waitForMessage(id, run);
        run.doStop();
        builds.finish(Result.ABORTED, run);
        service.finishRenders();
        builds.finish(Result.SUCCESS, first);
        assertThat(service.deletes(), is(0L));
    }

    @Test
    void whatShallBeKeptIsKept() throws Exception {
        WorkflowRun run = builds.start("generateVideo prompt: 'A paper boat', onAbort: 'keep'");
        jenkins.waitForMessage("The service took it", run);
        run.doStop();
        builds.finish(Result.ABORTED, run);
        String id = records(run).get(0).videoId();
        assertThat(
                videoLines(run),
                hasItem("[video] Nobody waits for " + id + " any more: it is left at the service. A build can fetch it"
                        + " with adopt: '" + id + "'"));
        assertThat(phases(run), contains(Phase.CANCELLED));
        assertNothingWasDeleted(run);
    }

    @Test
    void anAbortWhileTheRequestIsUnderWayDeletesOnceTheIdIsKnown() throws Exception {
        try (Gate gate = gate()) {
            CountDownLatch aborted = new CountDownLatch(1);
            WorkflowRun run = abortedWhileAsking(gate, aborted, "generateVideo 'A paper boat'");
            assertThat("the build has ended, and the request has not", service.deletes(), is(0L));
            aborted.countDown();
            assertEventually(service::deletes, is(1L));
            assertEventually(() -> records(run).get(0).deletedAt(), is(notNullValue()));
            assertThat(gate.posts().size(), is(1));
        }
    }

    /** A build that has ended while the answer to its request is held back until {@code aborted} is counted down. */
    private WorkflowRun abortedWhileAsking(Gate gate, CountDownLatch aborted, String script) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        gate.at(Gate.Moment.ANSWER, Gate::isSubmit, () -> {
            asked.countDown();
            await(aborted);
        });
        WorkflowRun run = builds.start(script);
        await(asked);
        run.doStop();
        builds.finish(Result.ABORTED, run);
        return run;
    }

    @Test
    void anAbortWhileTheRequestIsUnderWayKeepsWhatShallBeKept() throws Exception {
        try (Gate gate = gate()) {
            CountDownLatch aborted = new CountDownLatch(1);
            WorkflowRun run =
                    abortedWhileAsking(gate, aborted, "generateVideo prompt: 'A paper boat', onAbort: 'keep'");
            aborted.countDown();
            assertEventually(() -> records(run).get(0).videoId(), is(notNullValue()));
            assertThat(phases(run), contains(Phase.CANCELLED));
            assertNothingWasDeleted(run);
            assertThat(gate.posts().size(), is(1));
        }
    }

    @Test
    void aLostNodeTakesTheRenderWithIt() throws Exception {
        DumbSlave node = jenkins.createOnlineSlave();
        WorkflowRun run = builds.start("node('" + node.getNodeName() + "') { generateVideo 'A paper boat' }");
        jenkins.waitForMessage("The service took it", run);
        jenkins.jenkins.removeNode(node);
        builds.finish(Result.ABORTED, run);
        assertEventually(service::deletes, is(1L));
        assertThat(videoLines(run), hasItem(matchesPattern(DELETING)));
        assertThat(service.posts(), is(1L));
    }

    @Test
    void anAbortedFreestyleBuildHasItsRenderDeletedOrKept() throws Exception {
        for (String rule : List.of("keep", "delete")) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            GenerateVideoBuilder step = new GenerateVideoBuilder("A paper boat");
            step.setOnAbort(rule);
            job.getBuildersList().add(step);
            FreeStyleBuild run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("The service took it", run);
            run.doStop();
            builds.finish(Result.ABORTED, run);
            boolean kept = rule.equals("keep");
            assertThat(
                    videoLines(run),
                    hasItem(matchesPattern(kept ? ".* it is left at the service.*" : ".* at the service: deleted")));
            assertThat(service.deletes(), is(kept ? 0L : 1L));
        }
        assertThat(service.posts(), is(2L));
    }

    @Test
    void anAdoptedRenderIsNotDeleted() throws Exception {
        WorkflowRun first = builds.start("generateVideo prompt: 'A paper boat', wait: false");
        builds.finish(Result.SUCCESS, first);
        String id = records(first).get(0).videoId();
        WorkflowRun run = builds.start("generateVideo adopt: '" + id + "', onAbort: 'delete'");
        jenkins.waitForMessage("Adopting " + id, run);
        run.doStop();
        builds.finish(Result.ABORTED, run);
        assertNothingWasDeleted(run);
    }

    @Test
    void theTimeoutStepDeletesTheRender() throws Exception {
        // it begins to count when nothing has happened for so long, that is, when the service has the render
        WorkflowRun run = builds.start(
                "timeout(time: 5, unit: 'SECONDS', activity: true) { generateVideo prompt: 'A paper boat' }");
        builds.finish(Result.ABORTED, run);
        assertThat(videoLines(run), hasItem(matchesPattern(DELETING)));
        assertThat(service.deletes(), is(1L));
    }

    @Test
    void aFailedBranchTakesTheOtherBranchesRenderWithIt() throws Exception {
        WorkflowRun run = builds.start("""
                parallel failFast: true, film: {
                    generateVideo 'A paper boat'
                }, other: {
                    node {
                        waitUntil(quiet: true) { fileExists 'now' }
                    }
                    error 'the other branch failed'
                }
                """);
        jenkins.waitForMessage("The service took it", run);
        jenkins.jenkins.getWorkspaceFor(run.getParent()).child("now").write("", null);
        builds.finish(Result.FAILURE, run);
        assertThat(console(run), containsString("the other branch failed"));
        assertEventually(service::deletes, is(1L));
    }

    @Test
    void aStepThatIsAbortedBeforeItsTurnAsksForNothing() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        AtomicInteger busy = new AtomicInteger();
        for (int i = 0; i < RenderRuntime.WORKERS; i++) {
            RenderRuntime.get().worker().execute(() -> {
                busy.incrementAndGet();
                try {
                    free.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        assertEventually(busy::get, is(RenderRuntime.WORKERS));
        WorkflowRun run = builds.start("generateVideo 'A paper boat'");
        assertEventually(() -> console(run), containsString("[Pipeline] generateVideo"));
        run.doStop();
        builds.finish(Result.ABORTED, run);
        free.countDown();
        // a later render is through only when the aborted one has had its turn
        WorkflowRun next = builds.start("generateVideo 'A steam boat'");
        jenkins.waitForMessage("The service took it", next);
        service.finishRenders();
        builds.finish(Result.SUCCESS, next);
        assertThat(service.posts(), is(1L));
        assertThat(run.getAction(BuildVideos.class), is(nullValue()));
    }

    @Test
    void anAbortWhileTheServiceIsBusyStopsTheAsking() throws Exception {
        service.inject(Operation.CREATE, 1, Fault.status(429, Map.of("retry-after", "300")));
        WorkflowRun run = builds.start("generateVideo 'A paper boat'");
        jenkins.waitForMessage("[video] Asking 'studio'", run);
        assertEventually(service::posts, is(1L));
        run.doStop();
        builds.finish(Result.ABORTED, run);
        assertThat(
                videoLines(run),
                hasItem("[video] Nobody wants the video any more: if the service takes the request, it will be asked to"
                        + " delete it"));
        // long before the service would have been asked again
        assertEventually(() -> records(run).get(0).isOpen(), is(false));
        assertThat(service.posts(), is(1L));
        assertThat(phases(run), contains(Phase.CANCELLED));
    }

    @Test
    void aCharacterOfAnAbortedBuildIsNotAskedForAgain() throws Exception {
        service.inject(Operation.CREATE_CHARACTER, 1, Fault.status(429, Map.of("retry-after-ms", "500")));
        WorkflowJob job = builds.pipeline("node { createVideoCharacter name: 'Mallard', video: 'duck.mp4' }");
        jenkins.jenkins.getWorkspaceFor(job).child("duck.mp4").copyFrom(new ByteArrayInputStream(MP4_HEAD));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        assertEventually(() -> service.count(Operation.CREATE_CHARACTER), is(1L));
        run.doStop();
        builds.finish(Result.ABORTED, run);
        WorkflowRun next = builds.start("generateVideo 'A steam boat'");
        jenkins.waitForMessage("The service took it", next);
        service.finishRenders();
        builds.finish(Result.SUCCESS, next);
        assertThat(service.count(Operation.CREATE_CHARACTER), is(1L));
    }

    /** When all that follows the abort is over, the service was not asked for it. */
    private void assertNothingWasDeleted(WorkflowRun run) throws Exception {
        assertEventually(() -> isUnderWay(run), is(false));
        assertThat(service.deletes(), is(0L));
    }

    private static boolean isUnderWay(WorkflowRun run) {
        return run.getAction(BuildVideos.class).isUnderWay(records(run).get(0).key());
    }

    private static List<Phase> phases(WorkflowRun run) {
        return run.getAction(BuildVideos.class).records().stream()
                .map(RenderRecord::phase)
                .toList();
    }
}
