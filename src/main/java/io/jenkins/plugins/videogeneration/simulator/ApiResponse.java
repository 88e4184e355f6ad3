package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import okhttp3.Headers;

/**
 * An answer as the core hands it to both fronts.
 *
 * @param status the HTTP status
 * @param headers without content-length, which the front adds
 * @param body the whole body; not to be changed
 * @param cutAfter when present, the front announces the whole length, sends so many bytes and breaks the connection
 */
record ApiResponse(int status, Headers headers, byte[] body, OptionalInt cutAfter) {

    static ApiResponse of(int status, String contentType, byte[] body) {
        return new ApiResponse(status, Headers.of("content-type", contentType), body, OptionalInt.empty());
    }

    static ApiResponse json(int status, JsonNode body) {
        return of(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    ApiResponse with(String name, String value) {
        return new ApiResponse(status, headers.newBuilder().set(name, value).build(), body, cutAfter);
    }

    ApiResponse cutAfter(int bytes) {
        return new ApiResponse(status, headers, body, OptionalInt.of(Math.min(bytes, body.length)));
    }
}
