package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.DeletedVideo;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoCharacter;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code --json} prints: the reference protocol's form of an answer, whatever the service's own form was. */
final class Wire {

    private Wire() {}

    static Map<String, Object> video(Video video) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", video.id());
        json.put("object", "video");
        json.put("status", video.status().value());
        json.put("progress", video.progress());
        json.put("model", video.model());
        json.put("prompt", video.prompt());
        json.put("size", video.size());
        json.put("seconds", video.seconds());
        json.put("created_at", epochSecond(video.createdAt()));
        json.put("completed_at", epochSecond(video.completedAt()));
        json.put("expires_at", epochSecond(video.expiresAt()));
        json.put("remixed_from_video_id", video.remixedFromVideoId());
        if (video.error() != null) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", video.error().code());
            error.put("message", video.error().message());
            json.put("error", error);
        }
        json.values().removeIf(value -> value == null);
        return json;
    }

    /** @param next the cursor of the next page, or null if there is none */
    static Map<String, Object> list(List<Video> videos, String next) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("object", "list");
        json.put("data", videos.stream().map(Wire::video).toList());
        json.put("has_more", next != null);
        if (next != null) {
            json.put("last_id", next);
        }
        return json;
    }

    static Map<String, Object> deleted(DeletedVideo answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", answer.id());
        json.put("object", "video.deleted");
        json.put("deleted", answer.deleted());
        return json;
    }

    static Map<String, Object> character(VideoCharacter character) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", character.id());
        json.put("name", character.name());
        json.put("created_at", epochSecond(character.createdAt()));
        json.values().removeIf(value -> value == null);
        return json;
    }

    static String text(Object value) {
        return new String(RecordJson.write(value), StandardCharsets.UTF_8);
    }

    private static Long epochSecond(Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }
}
