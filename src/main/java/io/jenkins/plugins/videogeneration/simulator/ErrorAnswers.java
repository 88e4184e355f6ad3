package io.jenkins.plugins.videogeneration.simulator;

import java.nio.charset.StandardCharsets;

/** Answers that are errors, in the way of a dialect. */
final class ErrorAnswers {

    private static final String LOGIN_PATH = "/login";
    private static final byte[] LOGIN_PAGE =
            "<!doctype html><html><head><title>Sign in</title></head><body><form method=\"post\"></form></body></html>"
                    .getBytes(StandardCharsets.UTF_8);

    private final Dialect dialect;

    ErrorAnswers(Dialect dialect) {
        this.dialect = dialect;
    }

    ApiResponse of(ApiError error) {
        if (error.status() == 401 && dialect.access().loginPage()) {
            return ApiResponse.of(302, "text/html; charset=utf-8", new byte[0]).with("location", LOGIN_PATH);
        }
        ErrorForm form = dialect.errors().form();
        return withHint(ApiResponse.json(form.status(error), form.body(error)), error);
    }

    /** An error in the body and something else in the head. */
    ApiResponse labelled(ApiError error, int status, String contentType) {
        byte[] body = dialect.errors().form().body(error).toString().getBytes(StandardCharsets.UTF_8);
        return ApiResponse.of(status, contentType, body);
    }

    /** @param allowed the methods that the path knows, with commas between them; empty when it knows none */
    ApiResponse ofStranger(ApiRequest request, String allowed) {
        String path = request.url().encodedPath();
        if (dialect.access().loginPage() && path.equals(LOGIN_PATH)) {
            return ApiResponse.of(200, "text/html; charset=utf-8", LOGIN_PAGE);
        }
        boolean knownPath = !allowed.isEmpty();
        return switch (dialect.errors().strangers()) {
            case QUOTED_URL -> of(ApiError.notFound("Invalid URL (" + request.method() + " " + path + ")"));
            case FRAMEWORK ->
                knownPath ? framework(405, "Method Not Allowed").with("allow", allowed) : framework(404, "Not Found");
            case LIKE_OTHERS ->
                knownPath
                        ? of(ApiError.of(405, "This URL does not take the method; allowed: " + allowed + "."))
                                .with("allow", allowed)
                        : of(ApiError.notFound("Unknown URL."));
        };
    }

    private static ApiResponse framework(int status, String words) {
        return ApiResponse.json(status, ErrorForm.DETAIL.body(ApiError.of(status, words)));
    }

    private static ApiResponse withHint(ApiResponse response, ApiError error) {
        return error.retryAfter()
                .map(wait -> response.with(
                        "retry-after", Long.toString(wait.plusMillis(999).toSeconds())))
                .orElse(response);
    }
}
