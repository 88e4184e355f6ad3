package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Gets a render its id: by sending the paid request, once, or by finding what an earlier one started. When neither gives
 * an id for certain, it fails with words that tell a person what may be running; it never sends a second request.
 */
final class Submission {

    /** A render may show up in the list a little after it was accepted. */
    private static final int LOOKS = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final RenderRecord record;
    private final RenderContext context;
    private final Timing timing;
    private final Executor worker;

    Submission(RenderRecord record, RenderContext context, Timing timing, Executor worker) {
        this.record = record;
        this.context = context;
        this.timing = timing;
        this.worker = worker;
    }

    /** Sends the request, and looks the render up if the answer leaves open whether the service took it. */
    CompletableFuture<Video> send(SubmitRequest request, BooleanSupplier stillWanted) {
        return context.client()
                .get()
                .submit(request, stillWanted)
                .start()
                .exceptionallyComposeAsync(error -> recover(request, error), worker);
    }

    private CompletableFuture<Video> recover(SubmitRequest request, Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof VideosException.Unsupported failure) {
            return CompletableFuture.failedFuture(new RenderException(
                    "The video service '" + record.request().service() + "' cannot "
                            + request.operation().words() + " (" + failure.getMessage() + ")",
                    "Use another service for it. Nothing was paid.",
                    failure));
        }
        if (!(cause instanceof VideosException failure) || !failure.leavesOpenWhetherDone()) {
            return CompletableFuture.failedFuture(cause);
        }
        context.listener()
                .troubled(failure.getMessage()
                        + ". The service may have taken the request: looking for the render in its list");
        return findAgain("The answer to the request was lost (" + failure.getMessage() + ")");
    }

    /**
     * Looks for a render that was perhaps submitted.
     *
     * @param why what happened before, as the begin of a sentence
     */
    CompletableFuture<Video> findAgain(String why) {
        return look(why, 1);
    }

    private CompletableFuture<Video> look(String why, int attempt) {
        return CompletableFuture.completedFuture(new SubmittedBefore(record, context))
                .thenCompose(SubmittedBefore::candidates)
                .exceptionally(error -> {
                    throw inDoubt(
                            why,
                            "the service's list cannot be read: "
                                    + RenderRun.unwrap(error).getMessage());
                })
                .thenComposeAsync(found -> decide(found, why, attempt), worker);
    }

    private CompletableFuture<Video> decide(List<Video> found, String why, int attempt) {
        if (found.size() == 1) {
            return CompletableFuture.completedFuture(found.get(0));
        }
        if (found.isEmpty() && attempt < LOOKS) {
            return timing.after(BETWEEN_LOOKS).thenComposeAsync(nothing -> look(why, attempt + 1), worker);
        }
        String seen = found.isEmpty()
                ? "the service's list shows no such render"
                : "the service's list shows several that may be it: "
                        + found.stream().map(Video::id).collect(Collectors.joining(", "));
        return CompletableFuture.failedFuture(inDoubt(why, seen));
    }

    private RenderInDoubtException inDoubt(String why, String seen) {
        return new RenderInDoubtException(
                why + ", and " + seen + ". A render of '" + record.request().service()
                        + "' may be running and may be charged; it was not asked for a second time",
                "Look at the service's own list of videos from " + record.intendedAt()
                        + " on before you start it again.");
    }
}
