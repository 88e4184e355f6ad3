package io.jenkins.plugins.videogeneration.simulator;

import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Headers;

/** Lets a request in or refuses it. Messages never repeat what was presented. */
final class Authentication {

    private static final String SCHEME = "bearer ";

    private final KeyRule rule;
    private final AccessRules access;

    Authentication(KeyRule rule, AccessRules access) {
        this.rule = rule;
        this.access = access;
    }

    /** @throws ApiError 401, or what the dialect answers to a wrong key */
    void check(Headers headers) {
        if (!rule.needed() || !access.asksForKeys()) {
            return;
        }
        String key = Stream.concat(bearer(headers).stream(), inOwnHeader(headers))
                .findFirst()
                .orElseThrow(() ->
                        ApiError.unauthorized("No API key was given; send it as 'Authorization: Bearer KEY'.", null));
        if (!rule.accepts(key)) {
            throw access.wrongKeyStatus() == 401
                    ? ApiError.unauthorized("The API key is not valid.", "invalid_api_key")
                    : ApiError.of(access.wrongKeyStatus(), "The API key is not valid.");
        }
    }

    private Stream<String> inOwnHeader(Headers headers) {
        return access.keyHeaders().stream()
                .flatMap(name -> Stream.ofNullable(headers.get(name)))
                .filter(key -> !key.isBlank());
    }

    private Optional<String> bearer(Headers headers) {
        return Optional.ofNullable(headers.get("authorization"))
                .filter(value -> access.bearer() && value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(key -> !key.isEmpty());
    }
}
