package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One render that is waited for. It is asked for by one question at a time, so what it hears comes one after the other;
 * where it stands on its {@link StatusBoard} is the board's to know.
 */
final class AwaitedRender {

    /** A fresh job may not be known everywhere yet, and a gateway or a store of keys may lose its way for a moment. */
    private static final int MAX_REFUSALS = 5;

    private final RenderRecord record;
    private final RenderContext context;
    private final Consumer<Video> heard;
    private final CompletableFuture<Video> result = new CompletableFuture<>();

    private volatile CompletableFuture<Video> question;
    private volatile Instant lastAskedSingly;
    private volatile String status;
    private int refusals;

    /** @param heard is told every answer */
    AwaitedRender(RenderRecord record, RenderContext context, Consumer<Video> heard, Instant now) {
        this.record = record;
        this.context = context;
        this.heard = heard;
        this.status = record.status();
        this.lastAskedSingly = now;
    }

    RenderRecord record() {
        return record;
    }

    RenderContext context() {
        return context;
    }

    String id() {
        return record.videoId();
    }

    /** The final answer, or why there is none; cancelling it ends the asking. */
    CompletableFuture<Video> result() {
        return result;
    }

    boolean isOver() {
        return result.isDone();
    }

    Instant lastAskedSingly() {
        return lastAskedSingly;
    }

    /** Asks the service for this render alone; a failure to ask is an answer too. */
    CompletableFuture<Video> ask(Instant now) {
        lastAskedSingly = now;
        CompletableFuture<Video> call;
        try {
            call = context.client().get().polling().retrieve(id()).start();
        } catch (RuntimeException e) {
            call = CompletableFuture.failedFuture(e);
        }
        question = call;
        if (isOver()) {
            // it was cancelled while this was being started
            call.cancel(true);
        }
        return call;
    }

    /** Nobody waits any more: what is under way is broken off. */
    void breakOff() {
        CompletableFuture<Video> call = question;
        if (call != null) {
            call.cancel(true);
        }
    }

    /** Takes an answer; true if it was the last. */
    boolean hear(Video video) {
        refusals = 0;
        status = video.status().value();
        heard.accept(video);
        if (!video.status().isFinal()) {
            return false;
        }
        result.complete(video);
        return true;
    }

    /** Takes a failure; true if the waiting is over because of it. */
    boolean fail(Throwable error) {
        // a dead or overloaded service may come back before the deadline; anything else hardly turns into an answer
        boolean mayPass = error instanceof VideosException failure && failure.mayPass();
        if (!mayPass && ++refusals >= MAX_REFUSALS) {
            result.completeExceptionally(error);
            return true;
        }
        context.listener().troubled(Text.saidBy(error));
        return false;
    }

    /** The question that is asked at the deadline is the last one. */
    boolean isAtDeadline(Instant now) {
        return !now.isBefore(record.deadline());
    }

    Instant beforeDeadline(Instant planned) {
        return planned.isBefore(record.deadline()) ? planned : record.deadline();
    }

    void endAtDeadline() {
        Text waited = Elapsed.of(Duration.between(record.intendedAt(), record.deadline()));
        result.completeExceptionally(new RenderException(
                status == null
                        ? Text.of("render.AwaitedRender.silent", id(), waited)
                        : Text.of("render.AwaitedRender.late", id(), waited, status),
                Text.of("render.AwaitedRender.longer")));
    }
}
