package io.jenkins.plugins.videogeneration.api;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is known about a call that failed. It never holds a header of the request, a key or a body.
 *
 * @param method the HTTP method
 * @param path the path of the URL that was asked first, without query; null if it was an address elsewhere
 * @param status the HTTP status, or 0 if there was no answer
 * @param code the service's error code, or null
 * @param param the field that the service complains about, or null
 * @param said the service's explanation, or ours if it gave none
 * @param requestId the service's {@code x-request-id}, for its support, or null
 * @param retryHint what the service says about trying again
 */
public record ApiFailure(
        String method,
        String path,
        int status,
        String code,
        String param,
        Text said,
        String requestId,
        RetryHint retryHint)
        implements Serializable {

    /**
     * What a service says about trying again.
     *
     * @param after how long to wait, or null if it does not say
     * @param forbidden whether it asks not to try again at all ({@code x-should-retry: false})
     */
    public record RetryHint(Duration after, boolean forbidden) implements Serializable {
        static final RetryHint NONE = new RetryHint(null, false);
    }

    /** A failure without an answer. */
    static ApiFailure withoutAnswer(String method, String path, Text said) {
        return new ApiFailure(method, path, 0, null, null, said, null, RetryHint.NONE);
    }

    /** The service's explanation, or ours in English. */
    public String message() {
        return said.words();
    }

    /** One line for a person: what was asked, what the service said, its code and request id. */
    public String describe() {
        return text().words();
    }

    /** The same in any language. What stands in brackets is for the service's support, and the same in all of them. */
    Text text() {
        StringBuilder tail = new StringBuilder();
        appendIfKnown(tail, "param", param);
        appendIfKnown(tail, "code", code);
        appendIfKnown(tail, "request id", requestId);
        Text asked = path == null ? Text.of("api.ApiFailure.elsewhere") : Text.verbatim(path);
        return status == 0
                ? Text.of("api.ApiFailure.unanswered", method, asked, said, tail)
                : Text.of("api.ApiFailure.answered", method, asked, status, said, tail);
    }

    private static void appendIfKnown(StringBuilder line, String name, String value) {
        if (value != null) {
            line.append(" [").append(name).append(' ').append(value).append(']');
        }
    }
}
