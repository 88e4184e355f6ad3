package io.jenkins.plugins.videogeneration.api;

import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Some servers send whoever brings no valid key to a page for people, where the protocol wants a 401. */
final class LoginPage {

    private static final Set<String> NAMES = Set.of("login", "log-in", "signin", "sign-in", "sign_in");

    private LoginPage() {}

    static boolean isWhereItLeads(Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        return response.isRedirect()
                && target != null
                && target.pathSegments().stream().anyMatch(segment -> NAMES.contains(segment.toLowerCase(Locale.ROOT)));
    }
}
