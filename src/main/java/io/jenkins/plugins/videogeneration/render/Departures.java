package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Video;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Where requests leave for their services, until the process begins to stop. What would be written down as asked for then,
 * and perhaps is not sent any more, would be in doubt after the restart; so it stays in the line, and is asked for after it.
 */
final class Departures {

    /** A store of keys, or a disk, that does not answer shall not keep the process from stopping. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Shared by those that are between the intent and the request. */
    private final ReadWriteLock leaving = new ReentrantReadWriteLock();

    private final Set<RenderState> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Lets a render write its intent and send its request.
     *
     * @param request does both
     * @throws CancellationException if it is too late; the render is in the line then
     */
    CompletableFuture<Video> send(RenderState render, Supplier<CompletableFuture<Video>> request) {
        leaving.readLock().lock();
        try {
            if (closed) {
                render.remember(render.current().in(Phase.QUEUED));
                throw new CancellationException("Nothing is asked for any more, until after the restart");
            }
            CompletableFuture<Video> sent = request.get();
            underWay.add(render);
            return sent.whenComplete((answer, error) -> answered(render, error));
        } finally {
            leaving.readLock().unlock();
        }
    }

    /** On the thread that brings the answer: the worker may be stopped by then. */
    private void answered(RenderState render, Throwable error) {
        underWay.remove(render);
        if (closed && error != null && wasNotTaken(RenderRun.unwrap(error))) {
            RenderRecord now = render.current();
            render.update(render.isWanted() ? now.in(Phase.QUEUED) : now.withdrawn());
        }
    }

    private static boolean wasNotTaken(Throwable error) {
        return error instanceof CancellationException || RenderFailure.leftNothing(error);
    }

    /**
     * From now on nothing leaves. Waits for those that are just leaving. A request that is under way is not interrupted, but
     * a pause before its next attempt is.
     */
    void close() {
        closed = true;
        try {
            if (leaving.writeLock().tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                leaving.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        underWay.forEach(RenderState::endPause);
    }

    /** Whether a render has to be asked for after the restart. */
    boolean keep(RenderRecord record) {
        return closed && record.phase() == Phase.QUEUED;
    }
}
