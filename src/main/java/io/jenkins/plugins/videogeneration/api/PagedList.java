package io.jenkins.plugins.videogeneration.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A list that turns its pages itself. */
final class PagedList {

    /** A server whose cursor moves for ever must not be asked for ever. */
    private static final int MAX_PAGES = 1000;

    private final Function<ListQuery, CompletableFuture<VideoPage>> page;
    private final int limit;
    private final List<Video> videos = new ArrayList<>();
    private final CompletableFuture<List<Video>> result = new CompletableFuture<>();
    private int pages;

    PagedList(Function<ListQuery, CompletableFuture<VideoPage>> page, int limit) {
        this.page = page;
        this.limit = limit;
    }

    /** Cancelling it ends the asking. */
    CompletableFuture<List<Video>> from(ListQuery query) {
        ask(query);
        return result;
    }

    private void ask(ListQuery query) {
        if (result.isDone()) {
            return;
        }
        pages++;
        CompletableFuture<VideoPage> call = page.apply(query);
        Cancellation.passedOn(result, call);
        call.thenAccept(answer -> read(query, answer)).exceptionally(error -> {
            result.completeExceptionally(error instanceof CompletionException ? error.getCause() : error);
            return null;
        });
    }

    private void read(ListQuery query, VideoPage answer) {
        answer.videos().stream().limit(limit - videos.size()).forEach(videos::add);
        if (videos.size() >= limit || answer.next() == null || pages >= MAX_PAGES) {
            result.complete(List.copyOf(videos));
        } else {
            ask(query.after(answer.next()));
        }
    }
}
