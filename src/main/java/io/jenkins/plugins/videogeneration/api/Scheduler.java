package io.jenkins.plugins.videogeneration.api;

import java.time.Duration;

/** Runs things later without holding a thread until then. */
@FunctionalInterface
public interface Scheduler {

    /** @param task short, or handing over to another thread: it runs on a thread that many share */
    Cancellable schedule(Duration delay, Runnable task);

    /** Something scheduled that may not be wanted any more. */
    @FunctionalInterface
    interface Cancellable {
        /** Has no effect if the task has run or was cancelled. */
        void cancel();
    }
}
