package io.jenkins.plugins.videogeneration.api;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A call whose attempts share something, which no other start may see.
 *
 * @param calls makes the call anew
 * @param <T> what the answer is read into
 */
record FreshCall<T>(Supplier<ApiCall<T>> calls) implements ApiCall<T> {

    @Override
    public CompletableFuture<T> start() {
        return calls.get().start();
    }

    @Override
    public T execute() throws InterruptedException {
        return calls.get().execute();
    }
}
