package io.jenkins.plugins.videogeneration.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import okio.Buffer;

/**
 * Reads a video leniently: unknown and missing fields, numbers as text, dates in three ways. It goes token by token, since
 * each render that waits is read again and again, and a tree would cost three times as much as the video.
 */
final class VideoReader {

    // seconds since 1970 stay below this until the year 5138; above it they are milliseconds
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;
    private static final BigDecimal LATEST = new BigDecimal("100000000000000");
    private static final int LONG_DIGITS = 18;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Pattern HTTP = Pattern.compile("https?://[^/]", Pattern.CASE_INSENSITIVE);

    private final UnaryOperator<String> redact;

    private String id;
    private String status;
    private Integer progress;
    private String model;
    private String prompt;
    private String size;
    private String seconds;
    private String duration;
    private Instant createdAt;
    private Instant completedAt;
    private Instant expiresAt;
    private String remixedFromVideoId;
    private VideoError error;
    private String url;
    private String outputsUrl;
    private String unsignedUrl;

    private VideoReader(UnaryOperator<String> redact) {
        this.redact = redact;
    }

    /**
     * Nothing if the text is no video: a video is an object with an id.
     *
     * @param redact removes secrets from what people will read
     */
    static Optional<Video> read(Buffer text, Duration pollAfter, UnaryOperator<String> redact) {
        try (JsonParser json = Json.parser(text)) {
            return json.nextToken() == JsonToken.START_OBJECT ? read(json, pollAfter, redact) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The same within a list.
     *
     * @param json at the begin of an object; it is left at its end
     * @throws IOException if it is no JSON
     */
    static Optional<Video> read(JsonParser json, Duration pollAfter, UnaryOperator<String> redact) throws IOException {
        VideoReader reader = new VideoReader(redact);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            reader.take(field, json);
        }
        return reader.id == null ? Optional.empty() : Optional.of(reader.video(pollAfter));
    }

    private void take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "id" -> id = Json.text(json);
            case "status" -> status = Json.text(json);
            case "progress" -> progress = progress(json);
            case "model" -> model = Json.text(json);
            case "prompt" -> prompt = Json.text(json);
            case "size" -> size = Json.text(json);
            case "seconds" -> seconds = Json.text(json);
            case "duration" -> duration = Json.text(json);
            case "created_at" -> createdAt = date(json);
            case "completed_at" -> completedAt = date(json);
            case "expires_at" -> expiresAt = date(json);
            case "remixed_from_video_id" -> remixedFromVideoId = Json.text(json);
            case "error" -> error = error(tree(json), redact);
            case "url" -> url = fetchable(tree(json));
            case "outputs" -> outputsUrl = fetchable(tree(json).path("video_url"));
            case "unsigned_urls" -> unsignedUrl = fetchable(tree(json).path(0));
            default -> json.skipChildren();
        }
    }

    /** What is mostly absent, and may have any shape. */
    private static JsonNode tree(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? NullNode.getInstance() : json.readValueAsTree();
    }

    private Video video(Duration pollAfter) {
        String words = words(status, redact);
        return new Video(
                id,
                words == null ? VideoStatus.QUEUED : new VideoStatus(words),
                progress,
                model,
                prompt,
                size,
                seconds == null ? duration : seconds,
                createdAt,
                completedAt,
                expiresAt,
                remixedFromVideoId,
                error,
                url != null ? url : outputsUrl != null ? outputsUrl : unsignedUrl,
                pollAfter);
    }

    static VideoCharacter character(JsonNode node) {
        return new VideoCharacter(Json.text(node, "id"), Json.text(node, "name"), date(Json.text(node, "created_at")));
    }

    private static Integer progress(JsonParser json) throws IOException {
        if (isWholeNumber(json)) {
            return (int) Math.max(0, Math.min(json.getLongValue(), 100));
        }
        String text = Json.text(json);
        BigDecimal number = number(text == null ? null : text.replace("%", ""));
        // bounded before it becomes an int, which would drop the upper bits of a larger number
        return number == null ? null : number.max(BigDecimal.ZERO).min(HUNDRED).intValue();
    }

    private static Instant date(JsonParser json) throws IOException {
        if (isWholeNumber(json) && json.getLongValue() > 0 && json.getLongValue() < FIRST_MILLISECONDS) {
            return Instant.ofEpochSecond(json.getLongValue());
        }
        return date(Json.text(json));
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
        boolean millis = number.longValue() >= FIRST_MILLISECONDS;
        return Instant.ofEpochMilli((millis ? number : number.movePointRight(3)).longValue());
    }

    /** As nearly all services write it: it is read without a text of its own. */
    private static boolean isWholeNumber(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getTextLength() <= LONG_DIGITS;
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
        String message = words(Json.text(node, "message"), redact);
        String code = words(Json.text(node, "code"), redact);
        return message == null && code == null ? null : new VideoError(code, message);
    }

    /** Words of the service that end up in consoles and records. */
    private static String words(String text, UnaryOperator<String> redact) {
        String line = text == null ? "" : ErrorBody.clean(redact.apply(text));
        return line.isEmpty() ? null : line;
    }

    /** Only what can be fetched: some servers write the path of a file on their own disk. */
    private static String fetchable(JsonNode url) {
        return url.isTextual() && HTTP.matcher(url.asText()).lookingAt() ? url.asText() : null;
    }
}
