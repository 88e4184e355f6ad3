package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A render asks for nothing before it has a place, and gives the place back however it ends. */
@WithEveryDialect
class AdmissionTest implements Admission, Admission.Place {

    @Parameter
    Dialect dialect;

    @TempDir
    private Path home;

    private final List<String> gate = new ArrayList<>();
    private CompletableFuture<Admission.Place> turn = new CompletableFuture<>();
    private Studio studio;

    @BeforeEach
    void open() {
        studio = new Studio(home, dialect);
    }

    @Override
    public CompletableFuture<Place> enter(RenderRecord record) {
        gate.add("enter");
        return turn;
    }

    @Override
    public Place occupy(RenderRecord record) {
        gate.add("occupy");
        return this;
    }

    @Override
    public void leave() {
        gate.add("leave");
    }

    @Override
    public void leaveUnused() {
        gate.add("leave unused");
    }

    @Test
    void asksForNothingWhileItWaitsAndDoesNotCountTheWait() {
        RunningRender render = start(studio.cat());
        studio.runOut();
        RenderRecord waiting = studio.journal.onDisk();
        assertThat(waiting.phase(), is(Phase.QUEUED));
        assertThat(waiting.isOpen(), is(false));
        assertThat(render.current().describe().words(), is("waiting for a free place at studio"));
        assertThat(studio.wire.seen(), is(empty()));

        Duration given = Duration.between(waiting.intendedAt(), waiting.deadline());
        studio.time.timing().after(Duration.ofHours(5)).thenRun(() -> turn.complete(this));
        RenderRecord delivered = studio.finish(render);

        assertThat(delivered.phase(), is(Phase.DELIVERED));
        assertThat(Duration.between(waiting.intendedAt(), delivered.intendedAt()), is(Duration.ofHours(5)));
        assertThat(Duration.between(delivered.intendedAt(), delivered.deadline()), is(given));
        assertThat(studio.wire.count(Wire.Kind.SUBMIT), is(1L));
        assertThat(gate, contains("enter", "leave"));
    }

    @Test
    void aCancelInTheQueueLeavesItAndNothingHappensAtTheService() {
        RunningRender render = start(studio.cat());
        studio.runOut();
        render.cancel();
        studio.runOut();
        assertThat(turn.isCancelled(), is(true));
        assertThat(studio.wire.seen(), is(empty()));
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
    }

    @Test
    void aRefusalAtTheEntranceEndsTheRenderWithItsWords() {
        turn.completeExceptionally(new RenderException("The limit is 2", "Wait"));
        RenderException failure = studio.failure(start(studio.cat()));
        assertThat(failure.getMessage(), is("The limit is 2"));
        assertThat(studio.wire.seen(), is(empty()));
    }

    @Test
    void whatTheServiceRefusesCountsForNothing() {
        turn.complete(this);
        studio.simulator.inject(Operation.CREATE, 1, Fault.status(400));
        studio.failure(start(studio.cat()));
        assertThat(gate, contains("enter", "leave unused"));
    }

    @Test
    void whatTheServiceMayHaveTakenCounts() {
        turn.complete(this);
        studio.simulator.inject(Operation.CREATE, 1, Fault.status(500));
        RenderException failure = studio.failure(start(studio.cat()));
        assertThat(failure.getMessage(), containsString("may be running"));
        assertThat(gate, contains("enter", "leave"));
    }

    @Test
    void afterARestartARenderThatIsUnderWayHasItsPlaceAtOnce() {
        turn.complete(this);
        RunningRender render = start(studio.cat());
        while (studio.journal.onDisk() == null || studio.journal.onDisk().videoId() == null) {
            studio.time.runNext();
        }
        studio.crash();
        gate.clear();
        render = studio.engine().resume(studio.journal.onDisk(), context());
        studio.finish(render);
        assertThat(gate, contains("occupy", "leave"));
        assertThat(studio.wire.count(Wire.Kind.SUBMIT), is(1L));
    }

    @Test
    void aRenderThatWaitedBeforeARestartIsStartedAgainAndSentOnce() {
        start(studio.cat());
        studio.runOut();
        studio.crash();
        turn = CompletableFuture.completedFuture(this);
        studio.finish(start(studio.journal.onDisk()));
        assertThat(studio.wire.count(Wire.Kind.SUBMIT), is(1L));
    }

    private RunningRender start(RenderRecord record) {
        return studio.engine().start(record, Studio.CAT, context());
    }

    private RenderContext context() {
        RenderContext free = studio.context();
        return new RenderContext(
                "",
                free.client(),
                free.journal(),
                free.listener(),
                free.folders(),
                free.delivery(),
                free.claims(),
                free.deleteWhenCancelled(),
                this);
    }
}
