package io.jenkins.plugins.videogeneration.api;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;

/** Makes one answer out of a seed: an honest one that something happened to. */
public final class Damage {

    private static final List<String> HONEST = List.of(
            "{\"id\":\"video_1\",\"object\":\"video\",\"status\":\"completed\",\"progress\":100,\"created_at\":1793000000,"
                    + "\"seconds\":\"8\",\"size\":\"720x1280\",\"error\":null,\"url\":\"https://files.invalid/a\"}",
            "{\"object\":\"list\",\"data\":[{\"id\":\"video_1\",\"status\":\"queued\"}],\"last_id\":\"video_1\",\"has_more\":false}",
            "{\"id\":\"video_1\",\"object\":\"video.deleted\",\"deleted\":true}",
            "{\"id\":\"char_1\",\"name\":\"Hero\",\"created_at\":1793000000}",
            "{\"error\":{\"message\":\"No\",\"type\":\"invalid_request_error\",\"param\":\"size\",\"code\":\"bad\"}}",
            "{\"detail\":[{\"loc\":[\"body\",\"size\"],\"msg\":\"No\"}]}",
            "{\"b64_json\":\"AAAAGGZ0eXBpc29tAAAAAGlzb21pc28y\"}",
            "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999999999",
            "9".repeat(400),
            "\"\"",
            "\"None\"",
            "[]",
            "{}",
            "[[[{}]]]",
            "\"\\ud800\"",
            "\"\\u0000\\u001b[31m\"",
            "{\"id\":{}}",
            "NaN",
            "\"" + "x".repeat(70_000) + "\"");

    private static final List<Integer> STATUSES = List.of(
            200, 200, 200, 201, 202, 204, 206, 301, 302, 304, 400, 401, 403, 404, 405, 409, 418, 422, 429, 500, 501,
            502, 503, 599);

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "text/html; charset=nonsense",
            "video/mp4",
            "text/plain",
            "nonsense",
            "application/octet-stream",
            "image/webp",
            "");

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);

    private static final long LARGE_PAGE = 50L << 20;
    private static final int ONE_IN = 1_000;

    private final Random random;

    public Damage(long seed) {
        this.random = new Random(seed);
    }

    public Response answer(Request request) {
        int status = pick(STATUSES);
        String type = pick(TYPES);
        boolean large = random.nextInt(ONE_IN) == 0;
        byte[] content = large ? new byte[0] : content();
        long length = large ? LARGE_PAGE : announced(content.length);
        Response.Builder answer = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("damaged")
                .header("Content-Type", type)
                .body(ResponseBody.create(
                        Okio.buffer(large ? new EndlessPage(LARGE_PAGE) : new Buffer().write(content)),
                        MediaType.parse(type),
                        length));
        if (random.nextInt(4) == 0) {
            answer.header(
                    pick(List.of("Retry-After", "retry-after-ms", "openai-poll-after-ms", "x-request-id", "Location")),
                    pick(List.of("-1", "0", "1e300", "NaN", "soon", "Infinity", "::", "/v1/videos", "http://[", "2")));
        }
        return answer.build();
    }

    private byte[] content() {
        byte[] bytes = text().getBytes(pick(CHARSETS));
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> scratched(bytes);
            default -> bytes;
        };
    }

    private String text() {
        String honest = pick(HONEST);
        return switch (random.nextInt(6)) {
            case 0 -> "[".repeat(1 + random.nextInt(100_000));
            case 1 -> "{\"error\":".repeat(random.nextInt(5_000)) + "1";
            case 2 -> honest + honest;
            case 3 -> honest.replaceFirst("\"(status|id|data|error|detail|deleted|url)\":", "\"$1\":" + quoted());
            default -> wrongTypes(honest);
        };
    }

    private String quoted() {
        return pick(VALUES).replace("\\", "\\\\").replace("$", "") + ",\"more\":";
    }

    private String wrongTypes(String honest) {
        StringBuilder text = new StringBuilder();
        for (String part : honest.split("(?<=:)")) {
            boolean replaced = random.nextInt(5) == 0 && !part.startsWith("{") && part.indexOf(',') > 0;
            text.append(replaced ? pick(VALUES) + part.substring(part.indexOf(',')) : part);
        }
        return text.toString();
    }

    private byte[] scratched(byte[] bytes) {
        for (int i = 0; i <= bytes.length / 40; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    /** Some servers say nothing about the length, and some a wrong one. */
    private long announced(long length) {
        return random.nextInt(3) == 0 ? -1 : length;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
