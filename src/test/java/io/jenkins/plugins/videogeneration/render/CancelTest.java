package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelTest extends CancelScenario {

    @WithEveryDialect
    void endsForItsStarterAtOnceAlthoughTheWorkerIsBusy(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        Queue<Runnable> waiting = new ArrayDeque<>();
        render = new RenderEngine(studio.time.timing(), waiting::add).start(studio.cat(), Studio.CAT, studio.context());
        render.cancel();
        assertCancelled();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(studio.wire.seen(), is(empty()));
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
        assertThat(
                "no intent, which came too late; and that nothing was asked for, once that is certain",
                studio.journal.phases(),
                contains(Phase.CANCELLED, Phase.CANCELLED));
        assertThat(studio.journal.onDisk().isOpen(), is(false));
    }

    @WithEveryDialect
    void betweenTheIntentAndTheRequestNothingIsSent(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.listener.on("submitting", () -> render.cancel());
        startLater(studio);
        assertCancelled();
        assertThat(studio.wire.seen(), is(empty()));
        assertThat(studio.journal.phases(), contains(Phase.INTENDED, Phase.CANCELLED, Phase.CANCELLED));
        assertThat("nothing was asked for", studio.journal.onDisk().isOpen(), is(false));
    }

    @WithEveryDialect
    void aRequestThatWasPutOffIsNotSentAgain(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 1, Fault.status(429, Map.of("retry-after", "30")));
        render = studio.start();
        studio.time.advance(Duration.ofSeconds(10));
        render.cancel();
        assertCancelled();
        assertThat("the pause has ended with it", render.settled().isDone(), is(true));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.wire.seen(), contains(Wire.Kind.SUBMIT));
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
    }

    @Test
    void itIsSettledWhenTheServiceHasAnsweredToTheDelete() {
        Studio studio = new Studio(home);
        render = studio.start();
        studio.time.advance(Duration.ofSeconds(30));
        studio.simulator.inject(Operation.DELETE, 1, Fault.status(503, Map.of("retry-after", "10")));
        render.cancel();
        assertThat(render.settled().isDone(), is(false));
        studio.runOut();
        assertThat(render.settled().isDone(), is(true));
        assertThat(studio.journal.onDisk().deletedAt(), is(studio.time.instant()));
    }

    @WithEveryDialect
    void anEngineThatIsBeingStoppedStillWritesDownThatNobodyWantsIt(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        AtomicBoolean stopped = new AtomicBoolean();
        render = new RenderEngine(studio.time.timing(), task -> {
                    if (stopped.get()) {
                        throw new RejectedExecutionException();
                    }
                    task.run();
                })
                .start(studio.cat(), Studio.CAT, studio.context());
        stopped.set(true);
        render.cancel();
        assertCancelled();
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
    }

    @Test
    void whileTheRequestIsUnderWayItsRenderIsDeletedOnceItsIdIsKnown() throws InterruptedException {
        Studio studio = new Studio(home);
        cancelAt(studio, Wire.Kind.SUBMIT);
        assertCancelled();
        RenderRecord record = studio.journal.onDisk();
        assertThat(record.phase(), is(Phase.CANCELLED));
        assertThat(record.videoId(), is(notNullValue()));
        assertThat(record.deletedAt(), is(studio.time.instant()));
        assertThat(studio.wire.seen(), contains(Wire.Kind.SUBMIT, Wire.Kind.DELETE));
        assertThat(studio.listener.events(), hasItem("remoteDeleted " + record.videoId() + " deleted"));
        assertNothingIsLeftAtTheService(studio);
    }

    @Test
    void aLostAnswerIsLookedUpSoThatItsRenderCanBeDeleted() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        cancelAt(studio, Wire.Kind.SUBMIT);
        assertCancelled();
        assertThat(studio.wire.seen(), contains(Wire.Kind.SUBMIT, Wire.Kind.LIST, Wire.Kind.DELETE));
        assertNothingIsLeftAtTheService(studio);
    }

    @WithEveryDialect
    void aLostAnswerThatStaysInDoubtIsTold(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 1, Fault.connectionLost());
        cancelAt(studio, Wire.Kind.SUBMIT);
        studio.runOut();
        assertThat(studio.listener.events(), hasItem(containsString("may be running and may be charged")));
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
        assertThat(studio.journal.onDisk().videoId(), is(nullValue()));
    }

    @Test
    void whileWaitingItIsDeletedAndNothingIsAskedAnyMore() throws InterruptedException {
        Studio studio = new Studio(home);
        render = studio.start();
        studio.time.advance(Duration.ofSeconds(30));
        String id = studio.journal.onDisk().videoId();
        long questions = studio.wire.count(Wire.Kind.POLL);
        render.cancel();
        assertCancelled();
        assertThat("no timer is left", studio.time.pending(), is(0));
        assertThat(studio.wire.count(Wire.Kind.POLL), is(questions));
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
        assertThat(studio.journal.onDisk().videoId(), is(id));
        assertNothingIsLeftAtTheService(studio);
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.Kind.class,
            names = {"POLL", "CONTENT"})
    void whileAQuestionOrADownloadIsUnderWayItIsBrokenOffAndDeleted(Wire.Kind kind) throws InterruptedException {
        Studio studio = new Studio(home);
        cancelAt(studio, kind);
        studio.runOut();
        assertCancelled();
        assertThat(studio.wire.count(kind), is(1L));
        assertThat(studio.fetchedFiles(), not(hasItem("cat.mp4.part")));
        assertThat(studio.shelf.deliveries(), is(empty()));
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
        assertThat(studio.journal.onDisk().videoId(), is(notNullValue()));
        assertNothingIsLeftAtTheService(studio);
    }

    @Test
    void betweenTwoAttemptsToFetchNothingIsFetchedAnyMore() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 2, Fault.status(404));
        render = studio.start();
        studio.time.advance(Studio.RENDER_TIME.plusSeconds(3));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(2L));
        render.cancel();
        assertCancelled();
        assertThat(studio.time.pending(), is(0));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(2L));
        assertThat(studio.fetchedFiles(), is(empty()));
        assertNothingIsLeftAtTheService(studio);
    }

    @Test
    void afterTheCheckAndBeforeTheDeliveryNothingIsDelivered() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.journal.watch(record -> {
            if (record.file() != null) {
                render.cancel();
            }
        });
        render = studio.start();
        studio.runOut();
        assertCancelled();
        assertThat(studio.shelf.deliveries(), is(empty()));
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
        assertNothingIsLeftAtTheService(studio);
    }

    @Test
    void duringTheDeliveryWhatIsDeliveredStaysAtTheServiceToo() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.shelf.before((record, from) -> render.cancel());
        render = studio.start();
        studio.runOut();
        assertCancelled();
        RenderRecord record = studio.journal.onDisk();
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(studio.shelf.deliveries(), hasSize(1));
        assertThat(studio.wire.count(Wire.Kind.DELETE), is(0L));
        assertThat(studio.client.get().retrieve(record.videoId()).execute().id(), is(record.videoId()));
    }

    @Test
    void duringADeliveryThatFailsTheRenderIsDeleted() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.shelf.before((record, from) -> {
            render.cancel();
            throw new IOException("the store is full");
        });
        render = studio.start();
        studio.runOut();
        assertCancelled();
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
        assertNothingIsLeftAtTheService(studio);
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.Kind.class,
            names = {"SUBMIT", "POLL", "CONTENT"})
    void whatShallBeKeptIsKept(Wire.Kind kind) throws InterruptedException {
        Studio studio = new Studio(home);
        studio.deleteWhenCancelled = false;
        cancelAt(studio, kind);
        studio.runOut();
        assertCancelled();
        assertThat(studio.wire.count(Wire.Kind.DELETE), is(0L));
        String id = studio.journal.onDisk().videoId();
        assertThat(studio.client.get().retrieve(id).execute().id(), is(id));
    }

    @WithEveryDialect
    void afterTheEndItHasNoEffect(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        render = studio.start();
        RenderRecord record = studio.finish(render);
        render.cancel();
        assertThat(render.outcome().join(), is(record));
        assertThat(studio.journal.onDisk().phase(), is(Phase.DELIVERED));
        assertThat(studio.wire.count(Wire.Kind.DELETE), is(0L));
    }

    @Test
    void twiceIsOnce() {
        Studio studio = new Studio(home);
        render = studio.start();
        render.cancel();
        render.cancel();
        assertThat(studio.wire.count(Wire.Kind.DELETE), is(1L));
        assertThat(studio.listener.kinds(), contains("submitting", "submitted", "remoteDeleted"));
    }

    @Test
    void aResumedRenderCanBeCancelledToo() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.start();
        studio.crash();
        render = studio.resume(studio.journal.onDisk());
        render.cancel();
        assertCancelled();
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
        assertNothingIsLeftAtTheService(studio);
    }

    @WithEveryDialect
    void isNoFailure(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        cancelAt(studio, Wire.Kind.CONTENT);
        studio.runOut();
        assertThat(studio.listener.kinds(), not(hasItem("failed")));
        assertThat(studio.journal.onDisk().failure(), is(nullValue()));
    }

    @Test
    void aJournalThatIsBrokenDoesNotKeepTheRenderFromBeingDeleted() throws InterruptedException {
        Studio studio = new Studio(home);
        render = studio.start();
        studio.journal.breakWith(record -> {
            throw new IOException("no space left on device");
        });
        render.cancel();
        assertCancelled();
        assertNothingIsLeftAtTheService(studio);
    }

    private static void assertNothingIsLeftAtTheService(Studio studio) throws InterruptedException {
        studio.runOut();
        assertThat(studio.client.get().list(ListQuery.newest()).execute().videos(), is(empty()));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }
}
