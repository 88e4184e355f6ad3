package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoError;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One render on its way: obtain an id, wait, fetch, deliver. Each step begins when the one before it has ended, on the
 * engine's worker; only {@link #cancel} comes from outside.
 */
final class RenderRun implements RunningRender {

    private static final Logger LOGGER = Logger.getLogger(RenderRun.class.getName());

    private final RenderState state;
    private final RenderContext context;
    private final Timing timing;
    private final Executor worker;
    private final Executor deliverer;
    private final Entrance entrance;
    private final StatusBoards boards;
    private final Departures departures;
    private final CompletableFuture<RenderRecord> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    RenderRun(
            RenderRecord record,
            RenderContext context,
            Timing timing,
            Executor worker,
            Executor deliverer,
            StatusBoards boards,
            Departures departures) {
        this.state = new RenderState(record, context);
        this.context = context;
        this.timing = timing;
        this.worker = worker;
        this.deliverer = deliverer;
        this.entrance = new Entrance(state, context, timing, worker);
        this.boards = boards;
        this.departures = departures;
    }

    @Override
    public CompletableFuture<RenderRecord> outcome() {
        // CompletableFuture.copy would wrap what it fails with
        CompletableFuture<RenderRecord> copy = new CompletableFuture<>();
        outcome.whenComplete((delivered, error) -> {
            if (error == null) {
                copy.complete(delivered);
            } else {
                copy.completeExceptionally(error);
            }
        });
        return copy;
    }

    @Override
    public CompletableFuture<Void> settled() {
        return settled.copy();
    }

    /** @param request what to send, or null if that was done, or may have been done, before */
    void begin(SubmitRequest request) {
        endAfter(CompletableFuture.completedFuture(request)
                .thenComposeAsync(this::obtain, worker)
                .thenComposeAsync(this::bringHome, worker));
    }

    /** @param fetched whose video lies in the folder already */
    void deliver(RenderRecord fetched) {
        endAfter(CompletableFuture.completedFuture(fetched)
                .thenAcceptAsync(new DeliveryStep(state, context, timing)::deliver, deliverer));
    }

    private void endAfter(CompletableFuture<Void> way) {
        way.handleAsync((nothing, error) -> end(error), worker)
                .thenCompose(Function.identity())
                .whenComplete((nothing, error) -> settled.complete(null));
    }

    private CompletableFuture<Void> bringHome(Video first) {
        if (current().variants().isEmpty()) {
            // somebody else waits for it, later
            return CompletableFuture.completedFuture(null);
        }
        return awaitFinal(first)
                .thenComposeAsync(this::fetch, worker)
                .thenComposeAsync(this::fetchPictures, worker)
                .thenAcceptAsync(new DeliveryStep(state, context, timing)::deliver, deliverer);
    }

    /** The first answer, or null if the id is known from before. */
    private CompletableFuture<Video> obtain(SubmitRequest request) {
        if (request != null) {
            return entrance.pass().thenComposeAsync(nothing -> send(request), worker);
        }
        entrance.occupy();
        RenderRecord now = current();
        if (now.videoId() != null) {
            context.listener().submitted(now);
            return CompletableFuture.completedFuture(null);
        }
        Duration given = timeLeft();
        return new Submission(now, context, timing, worker)
                .findAgain(Text.of("render.RenderRun.interrupted"))
                .thenApplyAsync(answer -> submitted(answer, given), worker);
    }

    private CompletableFuture<Video> send(SubmitRequest request) {
        Duration given = timeLeft();
        return departures
                .send(state, () -> sendNow(request))
                // on the thread that brings the answer: the worker may be stopped by then, and the id must not be lost
                .thenApply(answer -> submitted(answer, given));
    }

    private CompletableFuture<Video> sendNow(SubmitRequest request) {
        state.writeIntent();
        context.listener().submitting(current());
        state.requireWanted();
        return new Submission(current(), context, timing, worker).send(request, state.unwanted());
    }

    private Duration timeLeft() {
        return Duration.between(timing.clock().instant(), current().deadline());
    }

    /** @param given how long it is waited for from now on: a busy service may take long to take a request */
    private Video submitted(Video answer, Duration given) {
        Instant now = timing.clock().instant();
        state.update(current().submitted(answer, now, now.plus(given)));
        state.requireWanted();
        context.listener().submitted(current());
        return answer;
    }

    /** The final answer, or null if the service had given it before a restart. */
    private CompletableFuture<Video> awaitFinal(Video first) {
        if (current().phase() == Phase.FETCHING) {
            // it is not asked again: it may have forgotten the render since, while its video lies here
            return CompletableFuture.completedFuture(null);
        }
        return state.interruptible(boards.await(current(), first, context, this::reported));
    }

    private void reported(Video answer) {
        RenderRecord before = current();
        RenderRecord after = before.reported(answer, timing.clock().instant());
        // progress alone is not worth a write: it is asked for again after a restart; and after a final answer comes a
        // write in any case, when the next phase has begun
        boolean news = after.phase() != before.phase() || !after.history().equals(before.history());
        if (news && !answer.status().isFinal()) {
            state.update(after);
        } else {
            state.note(after);
        }
        context.listener().reported(after, answer);
    }

    private CompletableFuture<VideoFile> fetch(Video answer) {
        if (answer != null && answer.status().isFailure()) {
            throw refused(answer);
        }
        state.update(current().in(Phase.FETCHING));
        context.listener().fetching(current());
        boolean videoWanted = current().variants().contains(ContentVariant.VIDEO);
        return videoWanted
                ? state.interruptible(new VideoFetcher(timing, worker).fetch(current(), context))
                : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<RenderRecord> fetchPictures(VideoFile video) {
        state.requireWanted();
        // the video is noted first: it is what a crash must not fetch a second time
        state.update(current().fetched(video, List.of()));
        return state.interruptible(new PictureFetcher(current(), context, worker).fetch())
                .thenApply(pictures -> current().fetched(video, pictures));
    }

    /** @return completes when what has to follow at the service is done */
    private CompletableFuture<Void> end(Throwable error) {
        if (departures.keep(current())) {
            return CompletableFuture.completedFuture(null);
        }
        Throwable cause = error == null ? null : unwrap(error);
        boolean wanted = state.end();
        entrance.leave(cause);
        if (!wanted) {
            return endCancelled(cause);
        }
        if (cause == null) {
            if (current().phase() == Phase.DELIVERED) {
                context.listener().delivered(current());
            }
            // first, because who waits for the outcome may look whether something is still being done
            settled.complete(null);
            outcome.complete(current());
        } else {
            endFailed(cause);
        }
        return CompletableFuture.completedFuture(null);
    }

    private void endFailed(Throwable cause) {
        if (!(cause instanceof RenderException || cause instanceof VideosException)) {
            LOGGER.log(
                    Level.WARNING,
                    cause,
                    () -> "The render " + current().key() + " failed in a way that nobody expected");
        }
        RenderFailure failure = RenderFailure.of(cause, current().videoId() != null);
        state.update(current().failed(failure));
        context.listener().failed(current());
        settled.complete(null);
        outcome.completeExceptionally(
                cause instanceof RenderException
                        ? cause
                        : new RenderException(failure.problem(), failure.remedy(), cause));
    }

    private CompletableFuture<Void> endCancelled(Throwable cause) {
        RenderRecord now = current();
        if (now.phase() == Phase.DELIVERED) {
            context.listener().delivered(now);
        } else if (now.videoId() == null) {
            endCancelledWithoutId(cause);
        } else if (context.deleteWhenCancelled()) {
            return new RemoteDeletion(state, context, timing, worker).begin();
        } else {
            context.listener().kept(now);
        }
        return CompletableFuture.completedFuture(null);
    }

    private void endCancelledWithoutId(Throwable cause) {
        if (cause instanceof RenderInDoubtException) {
            context.listener().inDoubt(current(), RenderFailure.of(cause, false));
        } else if (cause instanceof CancellationException
                || RenderFailure.of(cause, false).nothingRuns()) {
            state.update(current().withdrawn());
        }
    }

    @Override
    public void cancel() {
        boolean queued = current().phase() == Phase.QUEUED;
        if (!state.cancel()) {
            return;
        }
        // before the outcome: whoever waits for it may close what the listener writes to
        if (queued) {
            context.listener().leftQueue(current());
        } else {
            context.listener().cancelled(current(), context.deleteWhenCancelled());
        }
        outcome.completeExceptionally(new CancellationException("The render was cancelled"));
        try {
            worker.execute(() -> {
                state.writeDown();
                state.interrupt();
            });
        } catch (RejectedExecutionException e) {
            // the engine is being stopped: after the restart the journal tells that nobody wants the render
            state.writeDown();
        }
    }

    @Override
    public RenderRecord current() {
        return state.current();
    }

    private RenderException refused(Video answer) {
        boolean moderation = answer.error() != null && answer.error().isModeration();
        return new RenderException(
                Text.of(
                        "render.RenderRun.ended",
                        current().videoId(),
                        answer.status(),
                        answer.error() == null
                                ? VideoError.NO_REASON
                                : answer.error().text(),
                        requestId(answer)),
                moderation ? VideoError.MODERATION_ADVICE : Text.of("render.RenderRun.again"));
    }

    /** For the service's support, in the form that other failures have it. */
    private static String requestId(Video answer) {
        boolean known = answer.error() != null && answer.error().requestId() != null;
        return known ? " [request id " + answer.error().requestId() + "]" : "";
    }

    static Throwable unwrap(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
