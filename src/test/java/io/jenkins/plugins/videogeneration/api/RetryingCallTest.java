package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RetryingCallTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofMinutes(1));

    private final VirtualTime time = VirtualTime.standingStill();
    private final List<CompletableFuture<String>> attempts = new ArrayList<>();
    private final RetryingCall<String> call = callWith(time.timing());

    @Test
    void asksOnceIfAllIsWell() {
        CompletableFuture<String> result = call.start();

        attempts.get(0).complete("answer");

        assertThat(result.getNow(null), is("answer"));
        assertThat(time.delays(), empty());
    }

    @Test
    void asksAgainAfterTheDelayAndNotBefore() {
        CompletableFuture<String> result = call.start();
        attempts.get(0).completeExceptionally(serverError(ApiFailure.RetryHint.NONE));

        time.advance(Duration.ofMillis(999));
        assertThat(attempts.size(), is(1));
        time.advance(Duration.ofMillis(1));
        attempts.get(1).complete("answer");

        assertThat(result.getNow(null), is("answer"));
    }

    @Test
    void failsWithTheLastFailureWhenTheAttemptsAreUsedUp() {
        CompletableFuture<String> result = call.start();
        VideosException last = serverError(ApiFailure.RetryHint.NONE);
        attempts.get(0).completeExceptionally(serverError(ApiFailure.RetryHint.NONE));
        time.runNext();
        attempts.get(1).completeExceptionally(serverError(ApiFailure.RetryHint.NONE));
        time.runNext();
        attempts.get(2).completeExceptionally(last);

        assertThat(
                assertThrows(CompletionException.class, () -> result.getNow(null))
                        .getCause(),
                sameInstance(last));
        assertThat(time.delays(), contains(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        call.start();

        attempts.get(0).completeExceptionally(serverError(new ApiFailure.RetryHint(Duration.ofSeconds(17), false)));

        assertThat(time.delays(), contains(Duration.ofSeconds(17)));
    }

    @Test
    void countsTheTimeOfTheAttemptsThemselvesAgainstItsPatience() {
        CompletableFuture<String> result = call.start();
        time.advance(Duration.ofSeconds(60));

        attempts.get(0).completeExceptionally(serverError(ApiFailure.RetryHint.NONE));

        assertThat(result.isCompletedExceptionally(), is(true));
        assertThat(time.delays(), empty());
    }

    @Test
    void obeysAServiceThatWantsNoFurtherAttempt() {
        CompletableFuture<String> result = call.start();

        attempts.get(0).completeExceptionally(serverError(new ApiFailure.RetryHint(Duration.ofSeconds(1), true)));

        assertThat(result.isCompletedExceptionally(), is(true));
        assertThat(time.delays(), empty());
    }

    @Test
    void doesNotRepeatWhatIsNoFailureOfTheService() {
        CompletableFuture<String> result = call.start();

        attempts.get(0).completeExceptionally(new IllegalStateException("a bug"));

        assertThat(
                assertThrows(CompletionException.class, () -> result.getNow(null))
                        .getCause()
                        .getMessage(),
                is("a bug"));
        assertThat(time.delays(), empty());
    }

    @Test
    void cancellingWhileWaitingForgetsTheNextAttempt() {
        CompletableFuture<String> result = call.start();
        attempts.get(0).completeExceptionally(serverError(ApiFailure.RetryHint.NONE));

        result.cancel(true);

        assertThat(time.pending(), is(0));
        time.advance(Duration.ofHours(1));
        assertThat(attempts.size(), is(1));
    }

    @Test
    void cancellingInFlightCancelsTheAttemptAndStartsNoOther() {
        CompletableFuture<String> result = call.start();

        result.cancel(true);

        assertThat(attempts.get(0).isCancelled(), is(true));
        time.advance(Duration.ofHours(1));
        assertThat(attempts.size(), is(1));
    }

    @Test
    void eachStartIsACallOfItsOwn() {
        CompletableFuture<String> first = call.start();
        CompletableFuture<String> second = call.start();

        attempts.get(1).complete("second");

        assertThat(first.isDone(), is(false));
        assertThat(second.getNow(null), is("second"));
    }

    @Test
    void countsAnewAfterAnAttemptThatCameFurther() {
        List<Boolean> further = new ArrayList<>(List.of(false, true, true, false, false));
        RetryingCall<String> download = new RetryingCall<>(
                () -> CompletableFuture.failedFuture(serverError(ApiFailure.RetryHint.NONE)),
                Repeatability.SAFE,
                POLICY,
                time.timing(),
                new CompletableFuture<>(),
                () -> further.remove(0));
        CompletableFuture<String> result = download.start();

        while (time.pending() > 0) {
            time.advance(Duration.ofSeconds(50));
        }

        assertThat(result.isCompletedExceptionally(), is(true));
        assertThat(further, empty());
    }

    @Test
    void failsInsteadOfHangingIfNothingCanBeScheduledAnyMore() {
        Scheduler shutDown = (delay, task) -> {
            throw new RejectedExecutionException("shut down");
        };
        CompletableFuture<String> result =
                callWith(new Timing(time, shutDown, new FixedRandom(0))).start();
        VideosException failure = serverError(ApiFailure.RetryHint.NONE);

        attempts.get(0).completeExceptionally(failure);

        assertThat(
                assertThrows(CompletionException.class, () -> result.getNow(null))
                        .getCause(),
                sameInstance(failure));
    }

    @Test
    void failsInsteadOfHangingIfALaterAttemptCannotBeMade() {
        List<RuntimeException> outcomes =
                new ArrayList<>(List.of(serverError(ApiFailure.RetryHint.NONE), new IllegalStateException("closed")));
        RetryingCall<String> broken = new RetryingCall<>(
                () -> {
                    RuntimeException next = outcomes.remove(0);
                    if (next instanceof VideosException) {
                        return CompletableFuture.failedFuture(next);
                    }
                    throw next;
                },
                Repeatability.SAFE,
                POLICY,
                time.timing(),
                new CompletableFuture<>(),
                () -> false);
        CompletableFuture<String> result = broken.start();

        time.runNext();

        assertThat(
                assertThrows(CompletionException.class, () -> result.getNow(null))
                        .getCause()
                        .getMessage(),
                is("closed"));
    }

    @Test
    void endsAPauseAndNoAttemptWhenNobodyWantsTheAnswerAnyMore() {
        CompletableFuture<Void> unwanted = new CompletableFuture<>();
        CompletableFuture<String> result = callWith(time.timing(), unwanted).start();
        attempts.get(0).completeExceptionally(serverError(ApiFailure.RetryHint.NONE));
        time.runNext();
        assertThat(attempts.size(), is(2));
        unwanted.complete(null);
        assertThat("it goes on while an attempt does", result.isDone(), is(false));
        attempts.get(1).completeExceptionally(serverError(ApiFailure.RetryHint.NONE));
        assertThat(result.isCancelled(), is(true));
        assertThat(time.pending(), is(0));
    }

    private RetryingCall<String> callWith(Timing timing) {
        return callWith(timing, new CompletableFuture<>());
    }

    private RetryingCall<String> callWith(Timing timing, CompletableFuture<Void> unwanted) {
        return new RetryingCall<>(
                () -> {
                    CompletableFuture<String> attempt = new CompletableFuture<>();
                    attempts.add(attempt);
                    return attempt;
                },
                Repeatability.SAFE,
                POLICY,
                timing,
                unwanted,
                () -> false);
    }

    private static VideosException serverError(ApiFailure.RetryHint hint) {
        return new VideosException.Server(
                new ApiFailure("GET", "/", 500, null, null, Text.verbatim("broken"), null, hint));
    }
}
