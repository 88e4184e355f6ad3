package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a render gets its id, with one request, whatever becomes of the answer. */
class SubmissionTest {

    @TempDir
    Path home;

    /** Answers after which the render may be running or may be not. */
    static Stream<Fault> answersInDoubt() {
        return Stream.of(
                Fault.connectionLost(),
                Fault.status(500),
                Fault.status(502),
                Fault.status(504),
                Fault.status(408),
                Fault.answer(200, Map.of("content-type", "text/html"), "<html><title>Welcome</title></html>"),
                Fault.answer(200, Map.of("content-type", "application/json"), "{\"queued\":true}"));
    }

    @Test
    void aLostAnswerIsFoundAgainInTheList() {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.simulator.count(Operation.LIST), is(1L));
        assertThat(studio.listener.kinds(), hasItem("lookingFor"));
        assertThat(studio.listener.troubles(), is(empty()));
    }

    @WithEveryDialect
    void aLostAnswerIsPaidForOnceAndFoundAgainWhereThereIsAList(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        RunningRender render = studio.start();
        if (!DialectStudio.hasList(dialect)) {
            assertThat(studio.failure(render).getMessage(), inDoubt());
        } else {
            assertThat(studio.finish(render).phase(), is(Phase.DELIVERED));
        }
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    @WithEveryDialect
    void aRequestThatGotNoAnswerIsNotSentAgain(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 1, Fault.connectionLost());
        assertThat(studio.failure(studio.start()).getMessage(), containsString("may be running and may be charged"));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    @ParameterizedTest
    @MethodSource("answersInDoubt")
    void aRenderThatRunsInSpiteOfSuchAnAnswerIsAdopted(Fault doubtful) throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(Studio.CAT);
        studio.simulator.inject(Operation.CREATE, 1, doubtful);
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.videoId(), is(running));
        assertThat(studio.simulator.count(Operation.CREATE), is(2L));
    }

    @ParameterizedTest
    @MethodSource("answersInDoubt")
    void aRenderThatIsNowhereToBeSeenIsReportedInDoubtAndNotAskedForAgain(Fault doubtful) {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.CREATE, 1, doubtful);
        RenderFailure failure = studio.failure(studio.start()).failure();
        assertThat(
                failure.message(),
                allOf(
                        startsWith("The answer to the request was lost"),
                        containsString("the service's list shows no such render"),
                        containsString("A render of 'studio' may be running and may be charged"),
                        containsString("it was not asked for a second time")));
        assertThat(failure.advice(), containsString("2026-11-01T12:00:00Z"));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.simulator.count(Operation.LIST), is(3L));
        assertThat(studio.journal.onDisk().phase(), is(Phase.FAILED));
    }

    @Test
    void aRenderThatShowsUpLateInTheListIsAdopted() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.CREATE, 1, Fault.status(504));
        RunningRender render = studio.start();
        String running = studio.renderedElsewhere(Studio.CAT);
        assertThat(studio.time.delays(), contains(Duration.ofSeconds(5)));
        assertThat(studio.finish(render).videoId(), is(running));
    }

    @Test
    void aListThatCannotBeReadLeavesTheRenderInDoubt() {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        studio.simulator.inject(Operation.LIST, 1, Fault.status(405));
        String message = studio.failure(studio.start()).getMessage();
        assertThat(
                message,
                allOf(containsString("the service's list cannot be read: GET /v1/videos: HTTP 405"), inDoubt()));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    @WithEveryDialect
    void aServiceThatIsGoneWhenTheRenderIsLookedUpLeavesItInDoubt(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        studio.wire.onArrival(
                Wire.Kind.SUBMIT,
                () -> studio.client = () -> {
                    throw new RenderException("The service 'studio' is gone", "Configure it again.");
                });
        String message = studio.failure(studio.start()).getMessage();
        assertThat(message, allOf(containsString("The service 'studio' is gone"), inDoubt()));
    }

    @WithEveryDialect
    void aRequestThatWasPutOffIsSentAgainWhenTheServiceAskedForIt(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 2, Fault.status(429, Map.of("retry-after", "40")));
        studio.simulator.inject(Operation.CREATE, 1, Fault.status(409, Map.of("retry-after", "7")));
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(
                studio.time.delays().subList(0, 3),
                contains(Duration.ofSeconds(40), Duration.ofSeconds(40), Duration.ofSeconds(7)));
        assertThat("one was accepted", studio.simulator.count(Operation.CREATE), is(4L));
        assertThat(
                "told once",
                studio.listener.troublesBeforeTheContent(),
                contains(allOf(
                        containsString("has not taken the request yet"),
                        containsString("until 2026-11-01T12:10:00Z at the latest"),
                        containsString("HTTP 429"))));
        assertThat(studio.wire.count(Wire.Kind.LIST), is(0L));
    }

    @WithEveryDialect
    void aServiceThatPutsOffForTooLongEndsTheRenderWithItsWords(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 1000, Fault.status(429, Map.of("retry-after", "90")));
        String message = studio.failure(studio.start()).getMessage();
        assertThat(message, containsString("POST " + dialect.basePath() + "/videos: HTTP 429"));
        assertThat(studio.simulator.count(Operation.CREATE), is(7L));
        assertThat(studio.listener.kinds(), hasItem("failed"));
    }

    @Test
    void aListThatIsNotReachedIsAskedForUntilItIsThereAgain() {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        studio.simulator.inject(Operation.LIST, 20, Fault.status(503));
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.listener.troubles(), hasItem(containsString("GET /v1/videos: HTTP 503")));
    }

    @Test
    void aListThatIsNeverReachedLeavesTheRenderInDoubtWhenItsTimeIsOver() {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        studio.simulator.inject(Operation.LIST, 10_000, Fault.status(503));
        Instant begin = studio.time.instant();
        String message = studio.failure(studio.start()).getMessage();
        assertThat(message, allOf(containsString("the service's list cannot be read"), inDoubt()));
        Duration patience = Duration.between(begin, studio.time.instant());
        assertThat(patience, greaterThan(Studio.TIMEOUT.minus(Duration.ofMinutes(2))));
        assertThat(patience, lessThanOrEqualTo(Studio.TIMEOUT));
    }

    @WithEveryDialect
    void whatIsTakenLateIsWaitedForAsLongAsWasAskedFor(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 6, Fault.status(429, Map.of("retry-after", "70")));
        RenderRecord hasty = RenderRecord.intended(
                "render-1",
                RenderRequest.of("studio", Studio.CAT),
                "cat.mp4",
                studio.time.instant(),
                Duration.ofMinutes(5),
                Studio.POLL);
        RenderRecord record = studio.finish(studio.engine().start(hasty, Studio.CAT, studio.context()));
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(record.submittedAt(), greaterThan(hasty.deadline()));
        assertThat(record.deadline(), is(record.submittedAt().plus(Duration.ofMinutes(5))));
    }

    @WithEveryDialect
    void anIdThatComesWhileTheEngineIsBeingStoppedIsWrittenDown(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        AtomicBoolean stopped = new AtomicBoolean();
        Executor worker = task -> {
            if (stopped.get()) {
                throw new RejectedExecutionException();
            }
            task.run();
        };
        studio.wire.onArrival(Wire.Kind.SUBMIT, () -> stopped.set(true));
        new RenderEngine(studio.time.timing(), worker).start(studio.cat(), Studio.CAT, studio.context());
        assertThat(studio.journal.onDisk().videoId(), is(notNullValue()));
        assertThat(studio.finish(studio.resume(studio.journal.onDisk())).phase(), is(Phase.DELIVERED));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    private static Matcher<String> inDoubt() {
        return containsString("may be running and may be charged; it was not asked for a second time");
    }
}
