package io.jenkins.plugins.videogeneration.api;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Follows redirects of reads, and lets nothing that belongs to the service go to another origin. OkHttp's own following
 * would drop only {@code Authorization} on the way to another host, not {@code api-key} and the like. A redirected
 * paid request is never followed: what the first server did with it is unknown.
 */
final class RedirectRule {

    static final int MAX_REDIRECTS = 5;
    /** Says what of a file is wanted, and nothing about who wants it. */
    private static final Set<String> HARMLESS = Set.of("accept", "accept-encoding", "range", "if-range");

    private final Endpoint endpoint;

    RedirectRule(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The request that follows the redirect, or nothing if the answer is none that may be followed. */
    Optional<Request> next(Request request, Response response, int redirectsSoFar) {
        String location = response.header("Location");
        if (!response.isRedirect() || location == null || redirectsSoFar >= MAX_REDIRECTS) {
            return Optional.empty();
        }
        HttpUrl target = request.url().resolve(location);
        boolean read = request.method().equals("GET");
        if (target == null || !read || LoginPage.isWhereItLeads(response) || (request.isHttps() && !target.isHttps())) {
            return Optional.empty();
        }
        Request.Builder next = request.newBuilder().url(target);
        if (!endpoint.isSameOrigin(target)) {
            for (String name : request.headers().names()) {
                if (!HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
                    next.removeHeader(name);
                }
            }
        }
        return Optional.of(next.build());
    }
}
