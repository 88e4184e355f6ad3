package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@WithEveryDialect
class DeliveryTest {

    @Parameter
    Dialect dialect;

    @TempDir
    Path home;

    @Test
    void aDeliveryThatFailsNamesTheIdSoThatTheVideoCanBeHad() {
        IOException cause = new IOException("the workspace is gone");
        RenderException failure = failedDelivery((record, from) -> {
            throw cause;
        });
        assertThat(failure.getMessage(), containsString("(the workspace is gone)"));
        assertThat(failure.getCause(), is(sameInstance(cause)));
    }

    @Test
    void aDeliveryThatBreaksInAnotherWayNamesTheIdToo() {
        RenderException failure = failedDelivery((record, from) -> {
            throw new IllegalStateException("the agent hung up");
        });
        assertThat(failure.getMessage(), containsString("(the agent hung up)"));
    }

    @Test
    void aDeliveryThatTakesTooLongIsInterruptedAndSaysSo() {
        AtomicBoolean interrupted = new AtomicBoolean();
        Studio studio = new Studio(home, dialect);
        RenderDelivery hanging = (record, from) -> {
            studio.time.advance(Duration.ofMinutes(11));
            interrupted.set(Thread.currentThread().isInterrupted());
            Thread.sleep(1);
        };
        RenderContext context = studio.context(() -> studio.folder, new TimedDelivery(hanging, studio.time.timing()));
        RenderException failure = studio.failure(studio.engine().start(studio.cat(), Studio.CAT, context));
        assertThat(interrupted.get(), is(true));
        assertThat(Thread.currentThread().isInterrupted(), is(false));
        assertThat(
                failure.getMessage(),
                allOf(
                        containsString(studio.journal.onDisk().videoId()),
                        containsString("could not be delivered (it was not done within 10 min")));
        assertThat(
                failure.text().in(Locale.FRENCH),
                containsString("elle n\u2019\u00e9tait pas termin\u00e9e apr\u00e8s 10"));
    }

    @Test
    void deliveriesThatHangKeepNoRenderFromBeingAskedForOrEnded() {
        Studio studio = new Studio(home, dialect);
        HeldCalls deliveries = new HeldCalls();
        RenderEngine engine = new RenderEngine(studio.life.timing(), studio.life, studio.life, deliveries);
        RunningRender first = engine.start(studio.cat(), Studio.CAT, studio.context());
        while (deliveries.waiting() == 0) {
            studio.time.runNext();
        }
        RunningRender second = engine.start(studio.cat(), Studio.CAT, studio.context());
        assertThat(second.current().videoId(), is(not(nullValue())));
        second.cancel();
        studio.runOut();
        assertThat(second.current().deletedAt() != null, is(DialectStudio.hasDelete(dialect)));
        assertThat(first.outcome().isDone(), is(false));
        deliveries.runAll();
        assertThat(first.outcome().join().phase(), is(Phase.DELIVERED));
    }

    @Test
    void itIsGivenTheVideoAndItsProvenanceAndTheWholeRecord() {
        Studio studio = new Studio(home, dialect);
        studio.shelf.before((record, from) -> {
            assertThat(from, is(studio.folder));
            assertThat(studio.fetchedFiles(), contains("cat.mp4", "cat.mp4.json"));
            assertThat(record.file().name(), is("cat.mp4"));
            assertThat(record.deliveredAt(), is(studio.time.instant()));
        });
        RenderRecord record = studio.finish(studio.start());
        assertThat(studio.shelf.deliveries().get(0), is(record));
    }

    @Test
    void aVideoThatCouldNotBeDeliveredIsDeliveredLaterWithoutTheService() {
        Studio studio = new Studio(home, dialect);
        studio.shelf.before((record, from) -> {
            throw new IOException("the workspace is gone");
        });
        studio.failure(studio.start());
        int requests = studio.wire.seen().size();
        studio.shelf.before((record, from) -> {});
        studio.time.advance(Duration.ofDays(1));
        RenderRecord again = studio.journal.onDisk().goingOn(studio.time.instant(), Studio.POLL);
        RenderRecord record = studio.finish(studio.resume(again));
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(record.failure() == null, is(true));
        assertThat(studio.wire.seen(), hasSize(requests));
    }

    @Test
    void aListenerThatBreaksDoesNotKeepTheOutcomeBack() {
        Studio studio = new Studio(home, dialect);
        studio.listener.on("delivered", () -> {
            throw new IllegalStateException("the console is closed");
        });
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
    }

    private RenderException failedDelivery(RenderDelivery broken) {
        Studio studio = new Studio(home, dialect);
        studio.shelf.before(broken);
        RenderException failure = studio.failure(studio.start());
        RenderRecord record = studio.journal.onDisk();
        assertThat(record.phase(), is(Phase.FAILED));
        assertThat(
                failure.getMessage(),
                allOf(containsString(record.videoId()), containsString("could not be delivered")));
        assertThat(failure.failure().advice(), containsString("keeps the video for a while under its id"));
        assertThat(record.failure(), is(failure.failure()));
        assertThat(record.file().name(), is("cat.mp4"));
        assertThat(record.deliveredAt() == null, is(true));
        assertThat(studio.wire.seen(), not(hasItem(Wire.Kind.DELETE)));
        return failure;
    }
}
