package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The question for a service's videos, over as many pages as it takes. */
public final class VideoListQuery extends VideoQuery {

    private static final long serialVersionUID = 1L;

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 10_000;
    private static final int PAGE = 100;

    private int limit = DEFAULT_LIMIT;
    private String order;
    private String after;

    @Override
    public VideoOperation operation() {
        return VideoOperation.LIST;
    }

    @Override
    CompletableFuture<?> ask(VideosClient client, WorkspaceFiles files, Departure departure) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidRequestException(
                    "limit", Messages.RenderOptions_range(String.valueOf(limit), String.valueOf(MAX_LIMIT)));
        }
        ListQuery first = new ListQuery(after, Math.min(limit, PAGE), named(order));
        return plain(client.listAll(first, limit), VideoListQuery::inFull);
    }

    private static List<Map<String, Object>> inFull(List<Video> videos) {
        // an ArrayList, because a saved program can hold one
        return new ArrayList<>(videos.stream().map(VideoResult::of).toList());
    }

    private static ListQuery.Order named(String order) {
        if (order == null) {
            return null;
        }
        return switch (order.toLowerCase(Locale.ROOT)) {
            case "asc" -> ListQuery.Order.ASC;
            case "desc" -> ListQuery.Order.DESC;
            default -> throw new InvalidRequestException("order", Messages.VideoListQuery_order(order));
        };
    }

    public int getLimit() {
        return limit;
    }

    public void setLimit(int limit) {
        this.limit = limit;
    }

    /** By time of creation: asc or desc; null for the service's default. */
    public String getOrder() {
        return order;
    }

    public void setOrder(String order) {
        this.order = Util.fixEmptyAndTrim(order);
    }

    /** The id after which the list begins; null for its beginning. */
    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Util.fixEmptyAndTrim(after);
    }
}
