package io.jenkins.plugins.videogeneration.render;

import java.util.concurrent.CompletableFuture;

/** A render that the engine drives. */
public interface RunningRender {

    /**
     * Completes with the delivered render, or with the submitted one if nothing of it is to be fetched, or exceptionally with a {@link RenderException}, or, once cancelled, with a
     * {@link java.util.concurrent.CancellationException}. Completing or cancelling it from outside has no effect on the
     * render.
     */
    CompletableFuture<RenderRecord> outcome();

    /**
     * Completes when nothing happens for the render any more: it has ended, and, if it was cancelled, what had to follow
     * at the service is done, or was given up. It never fails. Completing it from outside has no effect.
     */
    CompletableFuture<Void> settled();

    /** How far the render is now. */
    RenderRecord current();

    /**
     * Ends the render at once, as far as its starter is concerned. What has to be done at the service happens behind:
     * a request that is just being answered is waited for, because its answer holds the id to delete.
     */
    void cancel();
}
