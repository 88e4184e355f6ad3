package io.jenkins.plugins.videogeneration.api;

import java.util.concurrent.CompletableFuture;

/**
 * One call of the API that is ready to be made, with the retries that are right for it. Each start makes it anew.
 *
 * @param <T> what the answer is read into
 */
public interface ApiCall<T> {

    /**
     * Makes the call without holding a thread, between attempts too. Cancelling the future cancels the call. The future
     * completes on a thread of the HTTP client: what takes long belongs onto another one.
     *
     * @return completes exceptionally with a {@link VideosException}
     */
    CompletableFuture<T> start();

    /**
     * Makes the call and waits for the answer.
     *
     * @throws VideosException if the service did not fulfil the call
     * @throws InterruptedException if the thread was interrupted; the call was cancelled
     */
    T execute() throws InterruptedException;
}
