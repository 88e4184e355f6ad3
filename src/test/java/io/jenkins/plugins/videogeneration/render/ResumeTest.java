package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a render that has its id when the process ends and another one goes on. */
class ResumeTest {

    @TempDir
    Path home;

    @WithEveryDialect
    void aSubmittedRenderIsAskedForAndDelivered(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RenderRecord left = leave(studio, Phase.SUBMITTED);
        RenderRecord record = studio.finish(studio.resume(left));
        assertThat(record.videoId(), is(left.videoId()));
        assertThat(record.submittedAt(), is(left.submittedAt()));
        assertThat(studio.shelf.deliveries(), hasSize(1));
        assertOnePost(studio);
    }

    @WithEveryDialect
    void aWaitingRenderGoesOnWithItsHistory(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RenderRecord left = leave(studio, Phase.WAITING);
        RenderRecord record = studio.finish(studio.resume(left));
        assertThat(record.history().subList(0, left.history().size()), is(left.history()));
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertOnePost(studio);
    }

    @WithEveryDialect
    void theDeadlineIsStillTheFirstOne(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.wire.statusForEver("in_progress");
        RenderRecord left = leave(studio, Phase.WAITING);
        studio.time.advance(Duration.ofHours(3));
        RunningRender render = studio.resume(left);
        long questionsBefore = studio.wire.count(Wire.Kind.POLL);
        assertThat(studio.failure(render).getMessage(), containsString("not finished after 30 min"));
        assertThat("one last question", questionsBefore, is(2L));
        assertThat(studio.wire.count(Wire.Kind.POLL), is(questionsBefore));
    }

    @WithEveryDialect
    void aRenderThatWasFinishedLongAfterItsDeadlineIsDeliveredAllTheSame(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RenderRecord left = leave(studio, Phase.WAITING);
        studio.time.advance(Duration.ofMinutes(45));
        assertThat(studio.finish(studio.resume(left)).phase(), is(Phase.DELIVERED));
        assertOnePost(studio);
    }

    @WithEveryDialect
    void aVideoThatLiesThereWholeIsDeliveredWithoutTheService(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RenderRecord left = leaveBeforeDelivery(studio);
        long requests = studio.wire.seen().size();
        studio.time.advance(Duration.ofDays(2));
        studio.simulator.inject(Operation.RETRIEVE, 1000, Fault.status(404));
        RenderRecord record = studio.finish(studio.resume(left));
        assertThat(record.file(), is(left.file()));
        assertThat("nothing was asked for", studio.wire.seen(), hasSize((int) requests));
        assertThat(studio.shelf.deliveries(), hasSize(1));
        assertOnePost(studio);
    }

    @WithEveryDialect
    void aVideoThatIsNoLongerThereIsFetchedAgain(Dialect dialect) throws IOException {
        Studio studio = new Studio(home, dialect);
        RenderRecord left = leaveBeforeDelivery(studio);
        Files.delete(studio.folder.resolve("cat.mp4"));
        RenderRecord record = studio.finish(studio.resume(left));
        assertThat(record.file(), is(left.file()));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(2L));
        assertThat(studio.shelf.deliveries(), hasSize(1));
        assertOnePost(studio);
    }

    @WithEveryDialect
    void aVideoThatWasDamagedIsFetchedAgain(Dialect dialect) throws IOException {
        Studio studio = new Studio(home, dialect);
        RenderRecord left = leaveBeforeDelivery(studio);
        byte[] damaged = Files.readAllBytes(studio.folder.resolve("cat.mp4"));
        damaged[damaged.length - 1]++;
        Files.write(studio.folder.resolve("cat.mp4"), damaged);
        studio.finish(studio.resume(left));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(2L));
        assertThat(Files.mismatch(studio.folder.resolve("cat.mp4"), studio.shelf.file("cat.mp4")), is(-1L));
    }

    @Test
    void aFetchThatWasInterruptedBeginsAnew() throws IOException {
        Studio studio = new Studio(home);
        studio.wire.onArrival(Wire.Kind.CONTENT, () -> studio.life.end());
        studio.start();
        studio.time.advance(Studio.RENDER_TIME);
        RenderRecord left = studio.journal.onDisk();
        assertThat(left.phase(), is(Phase.FETCHING));
        Files.write(studio.folder.resolve("cat.mp4.part"), Mp4s.firstHalf());
        studio.crash();
        studio.wire.forget();
        studio.finish(studio.resume(left));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(2L));
        assertThat(studio.fetchedFiles(), contains("cat.mp4", "cat.mp4.json"));
        assertOnePost(studio);
    }

    @WithEveryDialect
    void aDeliveryThatWasInterruptedFailsWithWordsAndCanBeMadeAgainFromTheSameRecord(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.shelf.before((record, from) -> {
            throw new InterruptedException();
        });
        RenderException failure = studio.failure(studio.start());
        assertThat(failure.getMessage(), containsString("could not be delivered (it was interrupted)"));
        assertThat(studio.listener.kinds(), hasItem("failed"));
        studio.shelf.before((record, from) -> {});
        RenderRecord left =
                studio.journal.onDisk().goingOn(studio.time.instant().plus(Studio.TIMEOUT), Studio.POLL);
        RenderRecord record = studio.finish(studio.resume(left));
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(1L));
    }

    @WithEveryDialect
    void theListenerHearsTheIdAgain(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RenderRecord left = leave(studio, Phase.WAITING);
        int before = studio.listener.events().size();
        studio.resume(left);
        assertThat(studio.listener.events().get(before), is("submitted " + left.videoId()));
        assertThat(studio.listener.kinds().stream().filter("submitting"::equals).count(), is(1L));
    }

    @WithEveryDialect
    void whatWasDeliveredHasItsOutcomeAtOnceAndAsksNobody(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RenderRecord ended = Records.fetched().in(Phase.DELIVERED);
        RunningRender render = studio.resume(ended);
        render.cancel();
        assertThat(render.outcome().join(), is(ended));
        assertThat(studio.wire.total(), is(0));
    }

    @WithEveryDialect
    void whatHadFailedFailsAgainWithTheSameWords(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RenderFailure why = new RenderFailure("The service ended it", "Change the prompt.");
        RunningRender render = studio.resume(Records.fetched().failed(why));
        CompletionException failure =
                assertThrows(CompletionException.class, () -> render.outcome().join());
        assertThat(((RenderException) failure.getCause()).failure(), is(why));
        assertThat(studio.wire.total(), is(0));
    }

    @WithEveryDialect
    void whatWasCancelledStaysCancelled(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RunningRender render =
                studio.resume(Records.fetched().in(Phase.CANCELLED).deleted(VirtualTime.START));
        assertThrows(CancellationException.class, () -> render.outcome().join());
        assertThat(studio.wire.total(), is(0));
    }

    /** Ends the process when a phase is on the disk; what the disk holds then. */
    private static RenderRecord leave(Studio studio, Phase phase) {
        Life life = studio.life;
        studio.journal.watch(record -> {
            if (record.phase() == phase) {
                life.end();
            }
        });
        studio.start();
        while (life.isAlive()) {
            studio.time.runNext();
        }
        studio.crash();
        RenderRecord left = studio.journal.onDisk();
        assertThat(left.phase(), is(phase));
        return left;
    }

    /** Ends the process when the checked video lies there and was not delivered. */
    private static RenderRecord leaveBeforeDelivery(Studio studio) {
        Life life = studio.life;
        studio.shelf.before((record, from) -> {
            if (life.isAlive()) {
                life.end();
                throw new IOException("The process has ended");
            }
        });
        studio.start();
        while (life.isAlive()) {
            studio.time.runNext();
        }
        studio.crash();
        RenderRecord left = studio.journal.onDisk();
        assertThat(left.phase(), is(Phase.FETCHING));
        return left;
    }

    private static void assertOnePost(Studio studio) {
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }
}
