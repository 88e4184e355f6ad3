package io.jenkins.plugins.videogeneration.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one place that decides whether a failed attempt is followed by another.
 *
 * @param <T> what the answer is read into
 */
final class RetryingCall<T> implements ApiCall<T> {

    /** A wrong name or port stays wrong: whoever waits shall hear of it long before the patience with a busy service ends. */
    private static final int MAX_UNREACHABLE = 5;

    private final Supplier<CompletableFuture<T>> attempt;
    private final Repeatability repeatability;
    private final RetryPolicy policy;
    private final Timing timing;
    private final CompletableFuture<?> unwanted;
    private final BooleanSupplier cameFurther;
    private final Consumer<VideosException> beforePause;

    /**
     * @param unwanted completes when the answer is not wanted any more: no attempt follows then, and a pause before one
     *     ends; an attempt under way is never interrupted by it
     * @param cameFurther asked after each attempt that failed: whether it brought something that the next one builds on,
     *     so that the counting of attempts and the patience begin anew
     */
    RetryingCall(
            Supplier<CompletableFuture<T>> attempt,
            Repeatability repeatability,
            RetryPolicy policy,
            Timing timing,
            CompletableFuture<?> unwanted,
            BooleanSupplier cameFurther) {
        this(attempt, repeatability, policy, timing, unwanted, cameFurther, failure -> {});
    }

    /** @param beforePause hears why an attempt failed that is followed by another one */
    RetryingCall(
            Supplier<CompletableFuture<T>> attempt,
            Repeatability repeatability,
            RetryPolicy policy,
            Timing timing,
            CompletableFuture<?> unwanted,
            BooleanSupplier cameFurther,
            Consumer<VideosException> beforePause) {
        this.attempt = attempt;
        this.repeatability = repeatability;
        this.policy = policy;
        this.timing = timing;
        this.unwanted = unwanted;
        this.cameFurther = cameFurther;
        this.beforePause = beforePause;
    }

    @Override
    public CompletableFuture<T> start() {
        Run run = new Run();
        run.tryOnce();
        return run;
    }

    @Override
    public T execute() throws InterruptedException {
        CompletableFuture<T> result = start();
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The result, and what is under way to it, which is broken off when the result is cancelled. */
    private final class Run extends CompletableFuture<T> implements BiConsumer<T, Throwable> {
        private long begin = timing.clock().millis();
        private int attempts;
        private int unreachable;
        private volatile CompletableFuture<?> pending;

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            CompletableFuture<?> now = pending;
            if (now != null) {
                now.cancel(true);
            }
            return cancelled;
        }

        void tryOnce() {
            if (isDone()) {
                return;
            }
            if (unwanted.isDone()) {
                cancel(false);
                return;
            }
            attempts++;
            CompletableFuture<T> current = startAttempt();
            await(current);
            current.whenComplete(this);
        }

        /** Hears how an attempt has ended. */
        @Override
        public void accept(T value, Throwable error) {
            if (error == null) {
                complete(value);
            } else {
                failed(error instanceof CompletionException ? error.getCause() : error);
            }
        }

        private void await(CompletableFuture<?> next) {
            pending = next;
            if (isDone()) {
                // it was cancelled meanwhile
                next.cancel(true);
            }
        }

        private CompletableFuture<T> startAttempt() {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                // on a scheduler's thread nobody would see it, and whoever waits for the result would wait for ever
                return CompletableFuture.failedFuture(e);
            }
        }

        private void failed(Throwable error) {
            Optional<Duration> delay = delayAfter(error);
            if (delay.isEmpty()) {
                completeExceptionally(error);
                return;
            }
            try {
                CompletableFuture<Void> pause = timing.after(delay.get());
                await(pause);
                beforePause.accept((VideosException) error);
                pause.thenRun(this::tryOnce);
                unwanted.whenComplete((nothing, e) -> {
                    if (pause.cancel(false)) {
                        cancel(false);
                    }
                });
            } catch (RejectedExecutionException e) {
                // the scheduler was shut down: there is no later any more
                completeExceptionally(error);
            }
        }

        private Optional<Duration> delayAfter(Throwable error) {
            if (!(error instanceof VideosException failed) || !repeatability.allowsAfter(failed)) {
                return Optional.empty();
            }
            if (cameFurther.getAsBoolean()) {
                attempts = 1;
                unreachable = 0;
                begin = timing.clock().millis();
            }
            ApiFailure.RetryHint hint = failed.failure().retryHint();
            unreachable = failed instanceof VideosException.Connection ? unreachable + 1 : 0;
            if (hint.forbidden() || unreachable >= MAX_UNREACHABLE) {
                return Optional.empty();
            }
            Duration elapsed = Duration.ofMillis(timing.clock().millis() - begin);
            return policy.nextDelay(attempts, elapsed, hint.after(), timing.random());
        }
    }
}
