package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds a render that was perhaps submitted in its service's list, and makes it this render's. If that gives no id for
 * certain, it fails with words that tell a person what may be running.
 */
final class ListSearch {

    /** A render may show up in the list a little after it was accepted. */
    private static final int LOOKS = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** After a power failure the network and the service may be back later than we are. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RenderRecord record;
    private final RenderContext context;
    private final Timing timing;
    private final Executor worker;
    private final Text why;
    private Instant end;
    private Duration pause = BETWEEN_LOOKS;
    private int looks;

    /** @param why what happened before, as the begin of a sentence */
    ListSearch(RenderRecord record, RenderContext context, Timing timing, Executor worker, Text why) {
        this.record = record;
        this.context = context;
        this.timing = timing;
        this.worker = worker;
        this.why = why;
    }

    /** Goes on for as long as the render is waited for, and for a quarter of an hour at least, while nobody answers. */
    CompletableFuture<Video> begin() {
        Instant patient = timing.clock().instant().plus(PATIENCE);
        end = patient.isAfter(record.deadline()) ? patient : record.deadline();
        context.listener().lookingFor(record, why);
        return look();
    }

    private CompletableFuture<Video> look() {
        return list().handleAsync(
                        (found, error) -> error == null ? decide(found) : unreadable(RenderRun.unwrap(error)), worker)
                .thenCompose(Function.identity());
    }

    private CompletableFuture<List<SubmittedBefore.Candidate>> list() {
        try {
            return new SubmittedBefore(record, context, worker).candidates();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Video> unreadable(Throwable error) {
        boolean passing = error instanceof VideosException failure && failure.mayPass();
        if (!passing || timing.clock().instant().plus(pause).isAfter(end)) {
            throw inDoubt(Text.of("render.ListSearch.unreadable", Text.saidBy(error)));
        }
        context.listener().troubled(Text.saidBy(error));
        Duration delay = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return lookAfter(delay);
    }

    private CompletableFuture<Video> decide(List<SubmittedBefore.Candidate> found) {
        if (found.size() == 1 && isMine(found.get(0))) {
            return CompletableFuture.completedFuture(found.get(0).video());
        }
        looks++;
        if (found.size() <= 1 && looks < LOOKS) {
            return lookAfter(BETWEEN_LOOKS);
        }
        throw inDoubt(words(found));
    }

    private boolean isMine(SubmittedBefore.Candidate found) {
        return context.claims().claim(found.video(), found.ahead());
    }

    private CompletableFuture<Video> lookAfter(Duration delay) {
        return timing.after(delay).thenComposeAsync(nothing -> look(), worker);
    }

    private static Text words(List<SubmittedBefore.Candidate> found) {
        String ids = found.stream().map(SubmittedBefore.Candidate::id).collect(Collectors.joining(", "));
        return switch (found.size()) {
            case 0 -> Text.of("render.ListSearch.none");
            case 1 -> Text.of("render.ListSearch.doubtful", ids);
            default -> Text.of("render.ListSearch.several", ids);
        };
    }

    private RenderInDoubtException inDoubt(Text seen) {
        return new RenderInDoubtException(
                Text.of("render.ListSearch.inDoubt", why, seen, record.request().service()),
                Text.of("render.ListSearch.look", record.intendedAt()));
    }
}
