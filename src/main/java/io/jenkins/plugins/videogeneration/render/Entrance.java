package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Timing;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One render's way to a place at its service, and from it. */
final class Entrance {

    private final RenderState state;
    private final RenderContext context;
    private final Timing timing;
    private final Executor worker;
    private volatile Admission.Place place = Admission.Place.FREE;

    Entrance(RenderState state, RenderContext context, Timing timing, Executor worker) {
        this.state = state;
        this.context = context;
        this.timing = timing;
        this.worker = worker;
    }

    /** Waits for the render's turn, without a thread. A cancel gives the turn up. */
    CompletableFuture<Void> pass() {
        CompletableFuture<Admission.Place> turn = context.admission().enter(state.current());
        if (!turn.isDone()) {
            try {
                queue();
            } catch (RuntimeException e) {
                turn.cancel(false);
                throw e;
            }
        }
        return state.interruptible(turn).thenAcceptAsync(this::entered, worker);
    }

    /** The journal says that nothing was asked for, so that a restart in the meantime leads back to the line. */
    private void queue() {
        state.remember(state.current().in(Phase.QUEUED));
        state.writeIntent();
        context.listener().queued(state.current());
    }

    private void entered(Admission.Place mine) {
        place = mine;
        state.requireWanted();
        if (state.current().phase() == Phase.QUEUED) {
            state.remember(state.current().admitted(timing.clock().instant()));
        }
    }

    /** For a render that was let in before a restart. */
    void occupy() {
        place = context.admission().occupy(state.current());
    }

    /** @param cause why the render ended, or null if it ended well */
    void leave(Throwable cause) {
        boolean neverTaken = cause instanceof CancellationException || RenderFailure.leftNothing(cause);
        if (state.current().videoId() == null && neverTaken) {
            place.leaveUnused();
        } else {
            place.leave();
        }
    }
}
