package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Looks through a service's list for the render that a request may have started although its answer never came. It is
 * the one with the same prompt, model, size and seconds, created after the intent and owned by nobody else.
 */
final class SubmittedBefore {

    private static final int MAX_PAGES = 5;
    /** Clocks differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
    /** A request is sent for ten minutes at most, and answered within five; what is created later is somebody else's. */
    private static final Duration LONGEST_SUBMIT = Duration.ofMinutes(15);

    private static final List<String> EXTENSIONS = List.of("extensions");

    private final RenderRecord record;
    private final RenderContext context;

    SubmittedBefore(RenderRecord record, RenderContext context) {
        this.record = record;
        this.context = context;
    }

    /** Every video of the list that may be the one; more than one if nothing tells them apart. */
    CompletableFuture<List<Video>> candidates() {
        return page(ListQuery.newest(), 1, new ArrayList<>());
    }

    private CompletableFuture<List<Video>> page(ListQuery query, int number, List<Video> found) {
        return context.client().get().list(query).start().thenCompose(page -> {
            // some servers ignore the cursor and give the same page again
            page.videos().stream()
                    .filter(this::mayBeOurs)
                    .filter(video -> found.stream().noneMatch(f -> f.id().equals(video.id())))
                    .forEach(found::add);
            boolean goOn = page.next() != null && number < MAX_PAGES && !reachesBack(page);
            return goOn ? page(query.after(page.next()), number + 1, found) : CompletableFuture.completedFuture(found);
        });
    }

    private boolean mayBeOurs(Video video) {
        return record.request().text("prompt").equals(video.prompt())
                && agrees("model", video.model())
                && agrees("size", video.size())
                && (isExtension() || agrees("seconds", video.seconds()))
                && video.createdAt() != null
                && video.createdAt().isAfter(earliest())
                && video.createdAt().isBefore(latest())
                && !context.claimed().test(video.id());
    }

    /** Its answer has the seconds of both parts together. */
    private boolean isExtension() {
        return record.request().path().equals(EXTENSIONS);
    }

    /** What the request or the answer leaves open does not speak against it. */
    private boolean agrees(String field, String reported) {
        String wanted = record.request().text(field);
        return wanted == null || reported == null || wanted.equals(reported) || isSameNumber(wanted, reported);
    }

    /** Some servers write 8 seconds as 8.0. */
    private static boolean isSameNumber(String a, String b) {
        try {
            return Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean reachesBack(VideoPage page) {
        return page.reachesBackTo()
                .filter(oldest -> oldest.isBefore(earliest()))
                .isPresent();
    }

    private Instant latest() {
        return record.intendedAt().plus(LONGEST_SUBMIT).plus(CLOCK_SKEW);
    }

    private Instant earliest() {
        return record.intendedAt().minus(CLOCK_SKEW);
    }
}
