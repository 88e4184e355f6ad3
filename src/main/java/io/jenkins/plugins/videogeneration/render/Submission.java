package io.jenkins.plugins.videogeneration.render;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.jenkins.plugins.videogeneration.api.RetryPolicy;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gets a render its id: by sending the paid request, once, or by finding what an earlier one started. It never sends a
 * second request.
 */
final class Submission {

    /** What a service says that has no place for a render at the moment. */
    private static final Set<Integer> PUTTING_OFF = Set.of(409, 429);

    private final RenderRecord record;
    private final RenderContext context;
    private final Timing timing;
    private final Executor worker;
    private final Instant lastAttempt;
    private final AtomicBoolean toldPutOff = new AtomicBoolean();

    Submission(RenderRecord record, RenderContext context, Timing timing, Executor worker) {
        this.record = record;
        this.context = context;
        this.timing = timing;
        this.worker = worker;
        this.lastAttempt = timing.clock().instant().plus(RetryPolicy.SUBMITS.patience());
    }

    /** Sends the request, and looks the render up if the answer leaves open whether the service took it. */
    CompletableFuture<Video> send(SubmitRequest request, CompletableFuture<?> unwanted) {
        CompletableFuture<Video> answer;
        try {
            answer = context.client()
                    .get()
                    .submit(request, unwanted, this::putOff)
                    .start();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(notSent(e));
        }
        context.claims().await(answer);
        return answer.exceptionallyCompose(error -> recover(request, RenderRun.unwrap(error)));
    }

    /** Told once: a busy service says the same each time. */
    private void putOff(VideosException failure) {
        if (PUTTING_OFF.contains(failure.failure().status()) && !toldPutOff.getAndSet(true)) {
            context.listener()
                    .troubled(Text.of(
                            "render.Submission.putOff",
                            failure.text(),
                            lastAttempt.truncatedTo(SECONDS).toString()));
        }
    }

    /** The key is gone, say, or the service does not take what the request holds. */
    private static RenderException notSent(RuntimeException error) {
        return new RenderException(Text.saidBy(error), Text.of("render.Submission.notSent"), error);
    }

    private CompletableFuture<Video> recover(SubmitRequest request, Throwable error) {
        if (error instanceof VideosException.Unsupported failure) {
            return CompletableFuture.failedFuture(new RenderException(
                    Text.of(
                            "render.Submission.cannot",
                            record.request().service(),
                            request.operation().words(),
                            failure.text()),
                    Text.of("render.Submission.useAnother"),
                    failure));
        }
        if (error instanceof VideosException failure && failure.leavesOpenWhetherDone()) {
            Text why = Text.of("render.Submission.lost", failure.text());
            return CompletableFuture.completedFuture(why).thenComposeAsync(this::findAgain, worker);
        }
        return CompletableFuture.failedFuture(error);
    }

    /**
     * Looks for a render that was perhaps submitted.
     *
     * @param why what happened before, as the begin of a sentence
     */
    CompletableFuture<Video> findAgain(Text why) {
        return new ListSearch(record, context, timing, worker, why).begin();
    }
}
