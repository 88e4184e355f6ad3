package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.DeletedVideo;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Has a render deleted at the service that nobody wants any more. It happens behind, and ends within a minute. */
final class RemoteDeletion {

    /** All attempts together: a service that is down shall not be asked for ever on behalf of a build that has ended. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private final RenderState state;
    private final RenderContext context;
    private final Timing timing;
    private final Executor worker;

    RemoteDeletion(RenderState state, RenderContext context, Timing timing, Executor worker) {
        this.state = state;
        this.context = context;
        this.timing = timing;
        this.worker = worker;
    }

    /** @return completes when the journal and the listener know how it ended */
    CompletableFuture<Void> begin() {
        CompletableFuture<DeletedVideo> call = call();
        CompletableFuture<Void> tooLate = timing.after(DEADLINE);
        tooLate.thenRun(() -> call.cancel(true));
        return call.handleAsync(
                (deleted, error) -> {
                    tooLate.cancel(false);
                    ended(deleted, error);
                    return null;
                },
                worker);
    }

    private CompletableFuture<DeletedVideo> call() {
        try {
            return context.client().get().delete(state.current().videoId()).start();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void ended(DeletedVideo answer, Throwable error) {
        Text outcome = words(answer, error);
        boolean deleted = answer != null && answer.deleted();
        // the console of a build that is over says nothing any more, so the journal has to
        state.update(
                deleted
                        ? state.current().deleted(timing.clock().instant())
                        : state.current().notDeleted(outcome));
        if (deleted) {
            dropFetched();
        }
        context.listener().remoteDeleted(state.current(), outcome);
    }

    /** It may have been fetched before; now it can't be adopted any more, so nobody would ever take it away. */
    private void dropFetched() {
        RenderRecord deleted = state.current();
        if (deleted.file() != null) {
            context.delivery().cleanUp(deleted, context.folder());
        }
    }

    private static Text words(DeletedVideo answer, Throwable error) {
        if (error == null) {
            return Text.of(answer.deleted() ? "render.RemoteDeletion.deleted" : "render.RemoteDeletion.notDeleted");
        }
        Throwable cause = RenderRun.unwrap(error);
        if (cause instanceof CancellationException) {
            return Text.of("render.RemoteDeletion.silent", DEADLINE.toSeconds());
        }
        return cause instanceof VideosException refusal
                ? Text.of("render.RemoteDeletion.refused", refusal.text(), refusal.adviceText())
                : Text.saidBy(cause);
    }
}
