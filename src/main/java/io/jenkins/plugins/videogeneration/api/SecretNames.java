package io.jenkins.plugins.videogeneration.api;

import java.util.regex.Pattern;

/** Tells by its name whether a header or a query parameter is likely to hold a key. */
public final class SecretNames {

    /** {@code key}, {@code api-key}, {@code x-functions-key}, {@code access_token}, {@code sig} and the like. */
    private static final Pattern SECRET = Pattern.compile(
            "(.*[-_.])?(apikey|key|sig|auth)|code"
                    + "|.*(api-?key|authorization|token|secret|signature|password|cookie|credential).*",
            Pattern.CASE_INSENSITIVE);

    private SecretNames() {}

    public static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }
}
