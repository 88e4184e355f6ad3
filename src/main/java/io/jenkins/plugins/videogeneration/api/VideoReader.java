package io.jenkins.plugins.videogeneration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads a video leniently: unknown and missing fields, numbers as text, dates in three ways. */
final class VideoReader {

    // seconds since 1970 stay below this until the year 5138; above it they are milliseconds
    private static final BigDecimal FIRST_MILLISECONDS = new BigDecimal("100000000000");
    private static final BigDecimal LATEST = new BigDecimal("100000000000000");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Pattern HTTP = Pattern.compile("https?://[^/]", Pattern.CASE_INSENSITIVE);

    private VideoReader() {}

    /**
     * Nothing if the node is no video: a video is an object with an id.
     *
     * @param redact removes secrets from what people will read
     */
    static Optional<Video> read(JsonNode node, Duration pollAfter, UnaryOperator<String> redact) {
        String id = Json.text(node, "id");
        if (id == null) {
            return Optional.empty();
        }
        String status = words(node, "status", redact);
        return Optional.of(new Video(
                id,
                status == null ? VideoStatus.QUEUED : new VideoStatus(status),
                progress(Json.text(node, "progress")),
                Json.text(node, "model"),
                Json.text(node, "prompt"),
                Json.text(node, "size"),
                seconds(node),
                date(Json.text(node, "created_at")),
                date(Json.text(node, "completed_at")),
                date(Json.text(node, "expires_at")),
                Json.text(node, "remixed_from_video_id"),
                error(node.path("error"), redact),
                url(node),
                pollAfter));
    }

    static VideoCharacter character(JsonNode node) {
        return new VideoCharacter(Json.text(node, "id"), Json.text(node, "name"), date(Json.text(node, "created_at")));
    }

    private static String seconds(JsonNode node) {
        String seconds = Json.text(node, "seconds");
        return seconds == null ? Json.text(node, "duration") : seconds;
    }

    private static Integer progress(String text) {
        BigDecimal number = number(text == null ? null : text.replace("%", ""));
        // bounded before it becomes an int, which would drop the upper bits of a larger number
        return number == null ? null : number.max(BigDecimal.ZERO).min(HUNDRED).intValue();
    }

    private static Instant date(String text) {
        if (text == null) {
            return null;
        }
        BigDecimal number = number(text);
        if (number == null) {
            return isoDate(text);
        }
        if (number.signum() <= 0 || number.compareTo(LATEST) > 0) {
            return null;
        }
        boolean millis = number.compareTo(FIRST_MILLISECONDS) >= 0;
        return Instant.ofEpochMilli((millis ? number : number.movePointRight(3)).longValue());
    }

    /** A date without an offset, as Python's {@code isoformat} writes it, is meant in UTC. */
    private static Instant isoDate(String text) {
        String iso = text.trim().replace(' ', 'T');
        try {
            return DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC).parse(iso, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static BigDecimal number(String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.trim());
            // 1e999999999 is a number too, but turning it into an int takes for ever
            return Math.abs((long) number.scale()) > 40 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static VideoError error(JsonNode node, UnaryOperator<String> redact) {
        if (node.isTextual()) {
            String text = Json.text(node);
            return text == null ? null : new VideoError(null, ErrorBody.clean(redact.apply(text)));
        }
        if (!node.isObject()) {
            return null;
        }
        String message = words(node, "message", redact);
        String code = words(node, "code", redact);
        return message == null && code == null ? null : new VideoError(code, message);
    }

    /** Words of the service that end up in consoles and records. */
    private static String words(JsonNode node, String field, UnaryOperator<String> redact) {
        String text = Json.text(node, field);
        String line = text == null ? "" : ErrorBody.clean(redact.apply(text));
        return line.isEmpty() ? null : line;
    }

    /** Only what can be fetched: some servers write the path of a file on their own disk. */
    private static String url(JsonNode node) {
        for (JsonNode url : List.of(
                node.path("url"),
                node.path("outputs").path("video_url"),
                node.path("unsigned_urls").path(0))) {
            if (url.isTextual() && HTTP.matcher(url.asText()).lookingAt()) {
                return url.asText();
            }
        }
        return null;
    }
}
