package io.jenkins.plugins.videogeneration.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Time and chance, given from outside so that tests decide about both.
 *
 * @param clock what time it is
 * @param scheduler runs things later
 * @param random the source of jitter; calls come from several threads
 */
public record Timing(InstantSource clock, Scheduler scheduler, RandomGenerator random) {
    public Timing {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(scheduler, "scheduler");
        Objects.requireNonNull(random, "random");
    }

    /** Completes when the delay is over; cancelling it frees what the scheduler holds. */
    public CompletableFuture<Void> after(Duration delay) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Scheduler.Cancellable pending = scheduler.schedule(delay, () -> over.complete(null));
        over.whenComplete((nothing, error) -> pending.cancel());
        return over;
    }

    /** The system's clock and chance, with a scheduler that belongs to the caller. */
    public static Timing system(ScheduledExecutorService executor) {
        Scheduler scheduler = (delay, task) -> {
            ScheduledFuture<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        };
        // a fresh look-up per call, because a ThreadLocalRandom must not move between threads
        return new Timing(
                InstantSource.system(),
                scheduler,
                () -> ThreadLocalRandom.current().nextLong());
    }
}
