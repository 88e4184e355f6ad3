package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Timing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** Interrupts the thread that has made it when its time is over, unless it was closed before. */
final class TimeLimit implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final CompletableFuture<Void> over;
    private boolean closed;
    private boolean exceeded;

    TimeLimit(Timing timing, Duration limit) {
        this.over = after(timing, limit);
        over.thenRun(this::interrupt);
    }

    private static CompletableFuture<Void> after(Timing timing, Duration limit) {
        try {
            return timing.after(limit);
        } catch (RejectedExecutionException e) {
            // the scheduler was shut down: what is begun may be finished
            return new CompletableFuture<>();
        }
    }

    private synchronized void interrupt() {
        if (!closed) {
            exceeded = true;
            thread.interrupt();
        }
    }

    synchronized boolean isExceeded() {
        return exceeded;
    }

    /** From the thread that has made it, which is not interrupted from then on. */
    @Override
    public synchronized void close() {
        closed = true;
        over.cancel(false);
        if (exceeded) {
            Thread.interrupted();
        }
    }
}
