package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Looks through a service's list for the render that a request may have started although its answer never came. */
final class SubmittedBefore {

    private static final int MAX_PAGES = 5;

    /**
     * A video that may be the one.
     *
     * @param ahead how far the service's clock is ahead of ours, by the page that it is on
     */
    record Candidate(Video video, Duration ahead) {
        String id() {
            return video.id();
        }
    }

    private final LostRender lost;
    private final RenderContext context;
    private final Executor worker;

    /** @param worker reads what other renders have written down */
    SubmittedBefore(RenderRecord record, RenderContext context, Executor worker) {
        this.lost = new LostRender(record);
        this.context = context;
        this.worker = worker;
    }

    /** Every video of the list that may be the one and is nobody else's; more than one if nothing tells them apart. */
    CompletableFuture<List<Candidate>> candidates() {
        return page(ListQuery.newest(), 1, new ArrayList<>());
    }

    private CompletableFuture<List<Candidate>> page(ListQuery query, int number, List<Candidate> found) {
        return context.client()
                .get()
                .list(query)
                .start()
                .thenComposeAsync(
                        page -> {
                            Duration ahead = page.ahead();
                            // some servers ignore the cursor and give the same page again
                            page.videos().stream()
                                    .filter(video -> lost.mayBe(video, ahead))
                                    .filter(video -> !context.claims().isTaken(video.id()))
                                    .filter(video -> found.stream().noneMatch(f -> f.id().equals(video.id())))
                                    .forEach(video -> found.add(new Candidate(video, ahead)));
                            return isLast(page, number)
                                    ? CompletableFuture.completedFuture(found)
                                    : page(query.after(page.next()), number + 1, found);
                        },
                        worker);
    }

    private boolean isLast(VideoPage page, int number) {
        return page.next() == null
                || number >= MAX_PAGES
                || page.reachesBackTo()
                        .filter(oldest -> lost.isWantedAfter(oldest, page.ahead()))
                        .isPresent();
    }
}
