package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * What is known about one render now, and its journal. A cancel comes from any thread at any moment, everything else
 * from one thread after the other, so all of it is guarded by the monitor.
 */
final class RenderState {

    private final RenderJournal journal;
    private final RenderListener listener;

    /** Held while the journal is written, so that an older record never comes after a newer one. */
    private final Object writing = new Object();

    private RenderRecord record;
    /** Whether the journal does not hold what it should. */
    private volatile boolean behind;

    private boolean cancelled;
    private boolean ended;
    /** What may be interrupted by a cancel; a paid request is not, since its answer holds the id to delete. */
    private CompletableFuture<?> interruptible = new CompletableFuture<>();

    private final CompletableFuture<Void> unwanted = new CompletableFuture<>();

    RenderState(RenderRecord record, RenderContext context) {
        this.record = record;
        this.journal = context.journal();
        this.listener = context.listener();
    }

    synchronized RenderRecord current() {
        return record;
    }

    synchronized boolean isWanted() {
        return !cancelled;
    }

    void requireWanted() {
        if (!isWanted()) {
            throw new CancellationException();
        }
    }

    /** @return whether this made a difference: it had neither ended nor been cancelled before */
    synchronized boolean cancel() {
        if (cancelled || ended) {
            return false;
        }
        cancelled = true;
        if (record.phase() != Phase.DELIVERED) {
            record = record.in(Phase.CANCELLED);
        }
        return true;
    }

    /** From now on a cancel has no effect. @return whether the render was wanted to the end */
    synchronized boolean end() {
        ended = true;
        return !cancelled;
    }

    /** Completes, once the render is cancelled, to end what may be ended without interrupting a request. */
    CompletableFuture<Void> unwanted() {
        return unwanted;
    }

    /** Ends the wait before a further attempt to send the request, and nothing else. */
    void endPause() {
        unwanted.complete(null);
    }

    /** Breaks off what takes long, once the render is cancelled. */
    void interrupt() {
        CompletableFuture<?> pending;
        synchronized (this) {
            pending = interruptible;
        }
        endPause();
        pending.cancel(true);
    }

    <T> CompletableFuture<T> interruptible(CompletableFuture<T> step) {
        synchronized (this) {
            interruptible = step;
        }
        if (!isWanted()) {
            step.cancel(true);
        }
        return step;
    }

    /** Without this on the disk nothing is sent: after a crash nobody would know of the render. */
    void writeIntent() {
        synchronized (writing) {
            requireWanted();
            try {
                journal.write(current());
            } catch (IOException | RuntimeException e) {
                throw new RenderException(
                        Text.of("render.RenderState.notWritten", Text.saidBy(e)),
                        Text.of("render.RenderState.space"),
                        e);
            }
        }
    }

    /** @return whether it is on the disk */
    boolean update(RenderRecord next) {
        remember(next);
        return writeDown();
    }

    /** For what is not worth a write, since it is learnt again after a restart; unless an earlier write has failed. */
    void note(RenderRecord next) {
        remember(next);
        if (behind) {
            writeDown();
        }
    }

    synchronized void remember(RenderRecord next) {
        // a cancelled render stays cancelled, whatever is learnt about it, unless its video is where it belongs
        record = cancelled && next.phase() != Phase.DELIVERED ? next.in(Phase.CANCELLED) : next;
    }

    boolean writeDown() {
        synchronized (writing) {
            try {
                journal.write(current());
                behind = false;
                return true;
            } catch (IOException | RuntimeException e) {
                // the render is paid for: it goes on, with what is in memory
                behind = true;
                listener.troubled(Text.of("render.RenderState.journal", Text.saidBy(e)));
                return false;
            }
        }
    }
}
