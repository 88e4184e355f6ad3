package io.jenkins.plugins.videogeneration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service says when it refuses, out of the shapes that the dialects use: {@code error.message}, a string
 * {@code error}, {@code detail} (text, or a list with {@code msg}), a top-level {@code message}, plain text, HTML.
 *
 * @param said one line, never null
 * @param code the service's code, or null
 * @param param the field that is wrong, or null
 */
record ErrorBody(Text said, String code, String param) {

    private static final int MAX_LENGTH = 500;
    /** Stands for the message of a service that gives none. */
    static final Text SILENCE = Text.of("api.ErrorBody.silence");

    private static final Pattern HTML_TITLE = Pattern.compile("<title[^>]*>([^<]{1,500})", Pattern.CASE_INSENSITIVE);

    /** What the service says, or in English that it says nothing. */
    String message() {
        return said.words();
    }

    /** @param redact removes secrets; it gets the whole text, because one that was cut in two would not be found */
    static ErrorBody read(byte[] body, UnaryOperator<String> redact) {
        JsonNode root = Json.parse(body);
        if (!root.isObject()) {
            return new ErrorBody(ofText(redact.apply(new String(body, StandardCharsets.UTF_8))), null, null);
        }
        ErrorBody said = ofJson(root);
        return new ErrorBody(
                orSilence(redact.apply(said.said().words())),
                said.code() == null ? null : clean(redact.apply(said.code())),
                said.param() == null ? null : clean(redact.apply(said.param())));
    }

    private static ErrorBody ofJson(JsonNode root) {
        JsonNode error = root.path("error");
        String message = first(
                Json.text(error, "message"),
                error.isTextual() ? Json.text(error) : null,
                detail(root.path("detail")),
                Json.text(root, "message"));
        return unclean(message, first(Json.text(error, "code"), Json.text(root, "code")), Json.text(error, "param"));
    }

    /** The first that says something, or null. */
    private static String first(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** What a service says, as it says it. */
    private static ErrorBody unclean(String message, String code, String param) {
        return new ErrorBody(Text.verbatim(message == null ? "" : message), code, param);
    }

    /** One line of at most {@value #MAX_LENGTH} characters without control characters, safe for a console. */
    static String clean(String text) {
        String line = OneLine.of(text);
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return line.substring(0, end) + "...";
    }

    private static String detail(JsonNode detail) {
        if (!detail.isArray()) {
            return detail.isTextual() ? Json.text(detail) : Json.text(detail, "message");
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : detail) {
            String message = part.isTextual() ? Json.text(part) : Json.text(part, "msg");
            if (message != null) {
                parts.add(location(part) + message);
            }
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    /** Validation libraries name the field in a path such as ["body", "seconds"]. */
    private static String location(JsonNode part) {
        JsonNode path = part.path("loc");
        return path.isArray() && !path.isEmpty() ? path.get(path.size() - 1).asText() + ": " : "";
    }

    private static Text ofText(String text) {
        String start = text.substring(0, Math.min(text.length(), 10_000));
        if (start.stripLeading().toLowerCase(Locale.ROOT).startsWith("<")) {
            Matcher title = HTML_TITLE.matcher(start);
            return title.find()
                    ? Text.of("api.ErrorBody.titledPage", clean(title.group(1)))
                    : Text.of("api.ErrorBody.page");
        }
        return orSilence(start);
    }

    private static Text orSilence(String message) {
        String line = clean(message);
        return line.isEmpty() ? SILENCE : Text.verbatim(line);
    }
}
