package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code GET /videos}: jobs in pages. */
final class ListVideos implements CallHandler {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;

    /** The cursor of an empty first page. */
    private static final String HIDDEN = "video_of_somebody_else";

    private final ListRules rules;
    private final IdForm ids;
    private final Records<Job> jobs;
    private final VideoJson json;

    ListVideos(Dialect dialect, Records<Job> jobs, VideoJson json) {
        this.rules = dialect.lists();
        this.ids = dialect.videos().ids();
        this.jobs = jobs;
        this.json = json;
    }

    @Override
    public ApiResponse handle(Call call) {
        int limit = call.query("limit").map(ListVideos::limit).orElse(DEFAULT_LIMIT);
        Optional<String> after = call.query("after");
        List<Job> rest = afterCursor(ordered(call), after);
        boolean hidden = rules.emptyFirstPage() && after.isEmpty();
        List<Job> page = rest.subList(0, hidden ? 0 : Math.min(limit, rest.size()));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = body.putArray("data");
        page.forEach(job -> data.add(json.write(job, call)));
        if (rules.cursors()) {
            body.put("first_id", hidden ? HIDDEN : page.isEmpty() ? null : id(page.get(0)));
            body.put("last_id", hidden ? HIDDEN : page.isEmpty() ? null : id(page.get(page.size() - 1)));
            body.put("has_more", hidden || page.size() < rest.size());
        }
        return ApiResponse.json(200, body);
    }

    private String id(Job job) {
        return ids.write(job.id(), false);
    }

    private List<Job> ordered(Call call) {
        List<Job> ordered = new ArrayList<>(jobs.all());
        String order = rules.ordered() ? call.query("order").orElse("desc") : "asc";
        switch (order) {
            case "asc" -> {}
            case "desc" -> Collections.reverse(ordered);
            default -> throw ApiError.badValue("order", "'order' has to be 'asc' or 'desc'.");
        }
        return ordered;
    }

    private List<Job> afterCursor(List<Job> jobs, Optional<String> after) {
        if (after.isEmpty() || rules.emptyFirstPage() && after.get().equals(HIDDEN)) {
            return jobs;
        }
        String last = ids.read(after.get());
        for (int i = 0; i < jobs.size(); i++) {
            if (jobs.get(i).id().equals(last)) {
                return jobs.subList(i + 1, jobs.size());
            }
        }
        throw ApiError.badValue("after", "'after' is not the id of a video.");
    }

    private static int limit(String text) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw ApiError.badValue("limit", "'limit' has to be a number from 0 to " + MOST + ".");
    }
}
