package io.jenkins.plugins.videogeneration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okio.Buffer;

/** What each endpoint's answer is read into, and which answers are none. */
final class AnswerReaders {

    /** A page of 100 videos with the longest prompts stays below it. */
    private static final long MAX_JSON_BYTES = 32 * 1024 * 1024L;
    /** More than this of an error is of no use to anyone. */
    private static final long MAX_ERROR_BYTES = 256 * 1024L;

    private static final int HTTP_NO_CONTENT = 204;
    private static final Text A_VIDEO = Text.of("api.FailureReader.video");
    private static final Text A_LIST = Text.of("api.FailureReader.list");
    private static final Text A_DELETION = Text.of("api.FailureReader.deletion");
    private static final Text A_CHARACTER = Text.of("api.FailureReader.character");

    private static final Set<String> DELETED = Set.of("deleted", "cancelled", "canceled");

    private final FailureReader failures;
    private final ContentCheck contents;
    private final InstantSource clock;

    AnswerReaders(FailureReader failures, InstantSource clock) {
        this.failures = failures;
        this.clock = clock;
        this.contents = new ContentCheck(failures);
    }

    Video video(HttpAnswer answer) throws IOException {
        Buffer text = answer.awaitAtMost(answer.isSuccessful() ? MAX_JSON_BYTES : MAX_ERROR_BYTES);
        Duration pollAfter = RetryAfter.millis(answer.response().headers(), "openai-poll-after-ms");
        Optional<Video> video = VideoReader.read(text, pollAfter, failures::redact);
        if (answer.isSuccessful() && video.isPresent()) {
            return told(video.get(), answer);
        }
        byte[] bytes = text.readByteArray();
        if (answer.isSuccessful()) {
            throw failures.ofContent(answer, A_VIDEO, bytes);
        }
        // some servers put a failed job behind a 4xx or 5xx: what counts is the job
        return video.filter(v -> v.status().isFailure() && isMeant(answer, Json.parse(bytes), v))
                .map(v -> told(v, answer))
                .orElseThrow(() -> failures.ofStatus(answer, bytes));
    }

    private Video told(Video video, HttpAnswer answer) {
        return video.status().isFailure() ? video.toldBy(failures.requestId(answer)) : video;
    }

    /** An error's body may have an id and a status too, which are not a job's: "error" is no job's in particular. */
    private static boolean isMeant(HttpAnswer answer, JsonNode json, Video video) {
        boolean poll = answer.asked().method().equals("GET");
        return "video".equals(Json.text(json, "object"))
                || (poll && !"error".equalsIgnoreCase(video.status().value()));
    }

    VideoPage page(HttpAnswer answer, String after) throws IOException {
        byte[] bytes = successful(answer);
        return PageReader.read(bytes, after, ahead(answer), failures::redact).orElseThrow(() -> noPage(answer, bytes));
    }

    private VideosException noPage(HttpAnswer answer, byte[] said) {
        return failures.ofContent(answer, A_LIST, Json.parse(said).isObject() ? new byte[0] : said);
    }

    private Duration ahead(HttpAnswer answer) {
        Date itsNow = answer.response().headers().getDate("Date");
        return itsNow == null ? Duration.ZERO : Duration.between(clock.instant(), itsNow.toInstant());
    }

    DeletedVideo deleted(HttpAnswer answer, String id) throws IOException {
        if (answer.response().code() == HTTP_NO_CONTENT) {
            return new DeletedVideo(id, true);
        }
        JsonNode json = successfulJson(answer, A_DELETION);
        boolean deleted = json.path("deleted").asBoolean(false)
                || DELETED.contains(String.valueOf(Json.text(json, "status")).toLowerCase(Locale.ROOT));
        return new DeletedVideo(id, deleted);
    }

    /** The protocol allows an answer without an id; the character may have been made, and perhaps charged, all the same. */
    VideoCharacter character(HttpAnswer answer) throws IOException {
        VideoCharacter character = VideoReader.character(successfulJson(answer, A_CHARACTER));
        if (character.id() == null && character.name() == null && character.createdAt() == null) {
            throw failures.ofContent(answer, A_CHARACTER, new byte[0]);
        }
        return character;
    }

    DownloadedContent content(HttpAnswer answer, ContentVariant variant, ResumableFile file) throws IOException {
        file.checkPart(answer);
        if (!answer.isSuccessful()) {
            throw failures.ofStatus(answer, answer.readAtMost(MAX_ERROR_BYTES));
        }
        if (isText(answer.contentType())) {
            throw failures.ofContent(answer, ContentCheck.expected(variant), answer.readAtMost(MAX_ERROR_BYTES));
        }
        return contents.check(answer, file.write(answer), variant);
    }

    private JsonNode successfulJson(HttpAnswer answer, Text expected) throws IOException {
        byte[] bytes = successful(answer);
        JsonNode json = Json.parse(bytes);
        if (!json.isObject()) {
            throw failures.ofContent(answer, expected, bytes);
        }
        return json;
    }

    private byte[] successful(HttpAnswer answer) throws IOException {
        if (!answer.isSuccessful()) {
            throw failures.ofStatus(answer, answer.readAtMost(MAX_ERROR_BYTES));
        }
        return answer.readAtMost(MAX_JSON_BYTES);
    }

    /** JSON is none of it: it may hold the content. */
    private static boolean isText(String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.endsWith("xml");
    }
}
