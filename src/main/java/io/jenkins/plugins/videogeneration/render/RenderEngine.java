package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Timing;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Drives renders through their phases. A waiting render holds no thread: what takes time is scheduled, and short pieces
 * of work run on the worker that all renders share.
 */
public final class RenderEngine {

    private final Timing timing;
    private final Executor worker;
    private final Executor deliverer;
    private final StatusBoards boards;
    private final Departures departures = new Departures();

    /** @param worker runs what reads and writes files, and the delivery; belongs to the caller */
    public RenderEngine(Timing timing, Executor worker) {
        this(timing, worker, worker, worker);
    }

    /**
     * @param worker runs what reads and writes files here; belongs to the caller
     * @param asker runs what renders hear while they wait; belongs to the caller
     * @param deliverer runs deliveries, which may take long, so that none keeps a render from being asked for, heard of or
     *     ended; belongs to the caller
     */
    public RenderEngine(Timing timing, Executor worker, Executor asker, Executor deliverer) {
        this.timing = Objects.requireNonNull(timing, "timing");
        this.worker = Objects.requireNonNull(worker, "worker");
        this.deliverer = Objects.requireNonNull(deliverer, "deliverer");
        this.boards = new StatusBoards(timing, Objects.requireNonNull(asker, "asker"));
    }

    /**
     * Begins a render: writes it down, then asks for it.
     *
     * @param record fresh, in phase {@link Phase#INTENDED}; or in phase {@link Phase#QUEUED}, after a restart
     * @param request what the record describes
     */
    public RunningRender start(RenderRecord record, SubmitRequest request, RenderContext context) {
        return run(record, Objects.requireNonNull(request, "request"), context);
    }

    /**
     * Goes on with a render that was written down before a restart. One that may have been submitted is looked for at
     * the service; it is never submitted again.
     *
     * @param record what the journal holds; one in a final phase has its outcome at once
     */
    public RunningRender resume(RenderRecord record, RenderContext context) {
        if (!record.phase().isFinal()) {
            if (record.phase() == Phase.QUEUED) {
                throw new IllegalArgumentException("Nothing was asked for yet: " + record.key() + " has to be started");
            }
            return run(record, null, context);
        }
        // the crash may have come between the end and the leaving
        context.admission().occupy(record).leave();
        boolean notDeletedYet =
                record.phase() == Phase.CANCELLED && record.videoId() != null && record.deletedAt() == null;
        if (notDeletedYet && context.deleteWhenCancelled()) {
            // the crash came between the abort and what had to follow it
            return new EndedRender(record, delete(record, context));
        }
        return new EndedRender(record, CompletableFuture.completedFuture(null));
    }

    /**
     * Has a render deleted at the service that nobody wants any more. It happens behind, takes a minute at most, and is
     * told to the {@link RenderListener#remoteDeleted listener}; if the service has done it, the journal knows.
     *
     * @param record one with an id
     * @return completes when that is over
     */
    public CompletableFuture<Void> delete(RenderRecord record, RenderContext context) {
        RenderState state = new RenderState(record, context);
        return CompletableFuture.completedFuture(new RemoteDeletion(state, context, timing, worker))
                .thenComposeAsync(RemoteDeletion::begin, worker);
    }

    /**
     * Ends a render that waited for a place before a restart, and that is not asked for after it. Its place in the line
     * is given up.
     *
     * @param ended what the journal shall say
     */
    public void giveUp(RenderRecord ended, RenderContext context) {
        context.admission().occupy(ended).leave();
        new RenderState(ended, context).writeDown();
    }

    /**
     * Delivers a video that need not be rendered.
     *
     * @param record of a video that lies in the context's folder, checked
     */
    public RunningRender deliver(RenderRecord record, RenderContext context) {
        RenderRun run = new RenderRun(record, context, timing, worker, deliverer, boards, departures);
        run.deliver(record);
        return run;
    }

    /**
     * To be called before the process stops, while worker and connections are still there: from then on nothing is asked
     * for. A render whose turn comes too late stays in the journal as one in the line, and has no outcome.
     */
    public void close() {
        departures.close();
    }

    /**
     * Asks for a render now, because somebody says that there is news of it. Nothing else is believed of that, and if
     * nobody waits for the render nothing happens.
     */
    public void ask(String service, String videoId) {
        boards.ask(service, videoId);
    }

    private RunningRender run(RenderRecord record, SubmitRequest request, RenderContext context) {
        RenderRun run = new RenderRun(record, context, timing, worker, deliverer, boards, departures);
        run.begin(request);
        return run;
    }
}
