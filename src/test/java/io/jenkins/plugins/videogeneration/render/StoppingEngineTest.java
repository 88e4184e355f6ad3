package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is being stopped in order: what it would ask for then is asked for after the restart, once. */
class StoppingEngineTest implements Admission, Admission.Place {

    @TempDir
    private Path home;

    private CompletableFuture<Admission.Place> turn = new CompletableFuture<>();
    private int left;
    private Studio studio;
    private RenderEngine engine;

    @BeforeEach
    void open() {
        studio = new Studio(home);
        engine = studio.engine();
    }

    @Override
    public CompletableFuture<Place> enter(RenderRecord record) {
        return turn;
    }

    @Override
    public Place occupy(RenderRecord record) {
        return this;
    }

    @Override
    public void leave() {
        left++;
    }

    @Override
    public void leaveUnused() {
        left++;
    }

    @Test
    void whoseTurnComesTooLateStaysInTheLine() {
        RunningRender render = start(studio.cat());
        engine.close();
        turn.complete(this);
        studio.runOut();
        assertThat(studio.wire.seen(), is(empty()));
        assertThat(studio.journal.onDisk().phase(), is(Phase.QUEUED));
        assertThat("its place is kept for it", left, is(0));
        assertThat(render.outcome().isDone(), is(false));

        restart();
        studio.finish(start(studio.journal.onDisk()));
        assertThat(studio.wire.count(Wire.Kind.SUBMIT), is(1L));
        assertThat(studio.listener.events(), not(hasItem(startsWith("lookingFor"))));
    }

    @Test
    void whoComesTooLateIsNotWrittenDownAsAskedFor() {
        turn.complete(this);
        engine.close();
        start(studio.cat());
        studio.runOut();
        assertThat(studio.wire.seen(), is(empty()));
        assertThat(studio.journal.phases(), is(empty()));
    }

    @Test
    void whatTheServiceHasPutOffIsAskedForAfterTheRestart() {
        turn.complete(this);
        studio.simulator.inject(Operation.CREATE, 1, Fault.status(429, Map.of("retry-after", "30")));
        start(studio.cat());
        studio.time.advance(Duration.ofSeconds(10));
        assertThat(studio.journal.onDisk().phase(), is(Phase.INTENDED));
        engine.close();
        studio.runOut();
        assertThat("once, and put off", studio.wire.count(Wire.Kind.SUBMIT), is(1L));
        assertThat(studio.journal.onDisk().phase(), is(Phase.QUEUED));
        assertThat("its place is kept for it", left, is(0));

        restart();
        studio.finish(start(studio.journal.onDisk()));
        assertThat("the service took one", studio.wire.count(Wire.Kind.SUBMIT), is(2L));
        assertThat(studio.listener.events(), not(hasItem(startsWith("lookingFor"))));
    }

    @Test
    void whatIsUnderWayIsAnswered() {
        turn.complete(this);
        studio.simulator.inject(Operation.CREATE, 1, Fault.status(429, Map.of("retry-after", "30")));
        start(studio.cat());
        studio.wire.onArrival(Wire.Kind.SUBMIT, engine::close);
        studio.time.advance(Duration.ofSeconds(40));
        assertThat(studio.journal.onDisk().videoId(), is(notNullValue()));
        assertThat(studio.journal.onDisk().phase(), is(not(Phase.QUEUED)));
    }

    private void restart() {
        studio.crash();
        engine = studio.engine();
        turn = CompletableFuture.completedFuture(this);
    }

    private RunningRender start(RenderRecord record) {
        RenderContext free = studio.context();
        RenderContext mine = new RenderContext(
                "",
                free.client(),
                free.journal(),
                free.listener(),
                free.folders(),
                free.delivery(),
                free.claims(),
                free.deleteWhenCancelled(),
                this);
        return engine.start(record, Studio.CAT, mine);
    }
}
