package io.jenkins.plugins.videogeneration.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads a page of a list as leniently as its videos, token by token like them. */
final class PageReader {

    private final UnaryOperator<String> redact;

    private boolean isList;
    private List<Video> videos = new ArrayList<>();
    private boolean hasMore;
    private String lastId;

    private PageReader(UnaryOperator<String> redact) {
        this.redact = redact;
    }

    /**
     * Nothing if the text is no page.
     *
     * @param after the cursor that the page was asked for with, or null
     * @param ahead how far the service's clock is ahead of ours
     * @param redact removes secrets from what people will read
     */
    static Optional<VideoPage> read(byte[] text, String after, Duration ahead, UnaryOperator<String> redact) {
        PageReader page = new PageReader(redact);
        try (JsonParser json = Json.parser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                page.takeAll(json);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return page.isList ? Optional.of(new VideoPage(page.videos, page.nextCursor(after), ahead)) : Optional.empty();
    }

    private void takeAll(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "data" -> takeVideos(json);
                case "has_more" -> hasMore = json.getValueAsBoolean(false);
                case "last_id" -> lastId = Json.text(json);
                default -> {
                    // is of no use
                }
            }
            // also what is of another kind than expected
            json.skipChildren();
        }
    }

    private void takeVideos(JsonParser json) throws IOException {
        videos = new ArrayList<>();
        // servers written in Go send null for an empty list
        isList = json.currentToken() == JsonToken.START_ARRAY || json.currentToken() == JsonToken.VALUE_NULL;
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                VideoReader.read(json, null, redact).ifPresent(videos::add);
            } else {
                json.skipChildren();
            }
        }
    }

    /**
     * The protocol's {@code last_id}, else the last item's id. No {@code has_more} means no more. An empty page may have
     * a next one, but only if its cursor moves, or paging would not end.
     */
    private String nextCursor(String after) {
        if (!hasMore) {
            return null;
        }
        String last = lastId == null && !videos.isEmpty()
                ? videos.get(videos.size() - 1).id()
                : lastId;
        return last == null || last.equals(after) ? null : last;
    }
}
