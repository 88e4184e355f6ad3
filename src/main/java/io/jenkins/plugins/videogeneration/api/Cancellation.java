package io.jenkins.plugins.videogeneration.api;

import java.util.concurrent.CompletableFuture;

/** What the JDK's futures do not do: to cancel one that was made of a call leaves the call running. */
public final class Cancellation {

    private Cancellation() {}

    /**
     * Lets whoever cancels the result cancel the call too.
     *
     * @param result what is made of the call; it is not there before the call has ended
     * @return the result
     */
    public static <T> CompletableFuture<T> passedOn(CompletableFuture<T> result, CompletableFuture<?> call) {
        // to cancel a call that has ended has no effect
        result.whenComplete((value, error) -> call.cancel(true));
        return result;
    }
}
