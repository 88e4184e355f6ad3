package io.jenkins.plugins.videogeneration.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A list that turns its pages itself. */
final class PagedList {

    /** A server whose cursor moves for ever must not be asked for ever. */
    private static final int MAX_PAGES = 1000;

    private final Function<ListQuery, CompletableFuture<VideoPage>> page;
    private final int limit;
    private final List<Video> videos = new ArrayList<>();
    private int pages;

    PagedList(Function<ListQuery, CompletableFuture<VideoPage>> page, int limit) {
        this.page = page;
        this.limit = limit;
    }

    CompletableFuture<List<Video>> from(ListQuery query) {
        pages++;
        return page.apply(query).thenCompose(answer -> {
            answer.videos().stream().limit(limit - videos.size()).forEach(videos::add);
            boolean enough = videos.size() >= limit || answer.next() == null || pages >= MAX_PAGES;
            return enough ? CompletableFuture.completedFuture(List.copyOf(videos)) : from(query.after(answer.next()));
        });
    }
}
