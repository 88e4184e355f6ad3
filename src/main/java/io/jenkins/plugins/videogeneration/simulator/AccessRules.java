package io.jenkins.plugins.videogeneration.simulator;

import java.util.Set;

/**
 * How a family wants to be shown a key, and what it does without one.
 *
 * @param bearer whether {@code Authorization: Bearer KEY} counts
 * @param keyHeaders the headers that may carry the bare key
 * @param loginPage whether a request without a key is sent to a page for people instead of getting a 401
 * @param wrongKeyStatus the HTTP status for a key that is not known
 */
record AccessRules(boolean bearer, Set<String> keyHeaders, boolean loginPage, int wrongKeyStatus) {

    AccessRules {
        keyHeaders = Set.copyOf(keyHeaders);
    }

    static AccessRules bearerToken() {
        return new AccessRules(true, Set.of(), false, 401);
    }

    /** Everybody is let in; keys are not looked at. */
    static AccessRules open() {
        return new AccessRules(false, Set.of(), false, 401);
    }

    static AccessRules bearerOr(String keyHeader) {
        return new AccessRules(true, Set.of(keyHeader), false, 401);
    }

    boolean asksForKeys() {
        return bearer || !keyHeaders.isEmpty();
    }
}
