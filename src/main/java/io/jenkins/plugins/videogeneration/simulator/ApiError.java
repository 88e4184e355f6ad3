package io.jenkins.plugins.videogeneration.simulator;

import java.time.Duration;
import java.util.Optional;

/** Ends a call with an HTTP error. How the error looks on the wire is the dialect's affair. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final String type;
    private final String param;
    private final String code;
    private final Duration retryAfter;

    /**
     * @param message for people; it may repeat what the client sent, but never a key
     * @param param the field at fault, or null
     * @param code for machines, or null
     */
    ApiError(int status, String type, String message, String param, String code) {
        this(status, type, message, param, code, null);
    }

    private ApiError(int status, String type, String message, String param, String code, Duration retryAfter) {
        // An error of the protocol, not of the program: nobody reads its stack trace.
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static ApiError badRequest(String param, String message) {
        return new ApiError(400, INVALID_REQUEST, message, param, null);
    }

    static ApiError badValue(String param, String message) {
        return new ApiError(400, INVALID_REQUEST, message, param, "invalid_value");
    }

    static ApiError missing(String param) {
        return new ApiError(
                400,
                INVALID_REQUEST,
                "Missing required parameter: '" + param + "'.",
                param,
                "missing_required_parameter");
    }

    static ApiError unauthorized(String message, String code) {
        return new ApiError(401, INVALID_REQUEST, message, null, code);
    }

    static ApiError notFound(String message) {
        return new ApiError(404, INVALID_REQUEST, message, null, "not_found");
    }

    static ApiError of(int status, String message) {
        String type = status == 429 ? "rate_limit_error" : status >= 500 ? "server_error" : INVALID_REQUEST;
        return new ApiError(status, type, message, null, null);
    }

    /** Too many calls, with the time after which there may be the next one. */
    static ApiError tooSoon(String message, Duration retryAfter) {
        return new ApiError(429, "rate_limit_error", message, null, "rate_limit_exceeded", retryAfter);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String param() {
        return param;
    }

    String code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
