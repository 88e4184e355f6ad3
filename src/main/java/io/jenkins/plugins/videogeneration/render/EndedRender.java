package io.jenkins.plugins.videogeneration.render;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * A render that had ended before anyone asked again, for example just before a crash.
 *
 * @param settled completes when what a cancel has left to be done is done
 */
record EndedRender(RenderRecord record, CompletableFuture<Void> settled) implements RunningRender {

    @Override
    public CompletableFuture<RenderRecord> outcome() {
        return switch (record.phase()) {
            case DELIVERED -> CompletableFuture.completedFuture(record);
            case CANCELLED -> CompletableFuture.failedFuture(new CancellationException("The render was cancelled"));
            default ->
                CompletableFuture.failedFuture(new RenderException(
                        record.failure().problem(), record.failure().remedy()));
        };
    }

    @Override
    public RenderRecord current() {
        return record;
    }

    @Override
    public void cancel() {
        // there is nothing left to cancel
    }
}
