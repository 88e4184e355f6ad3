package io.jenkins.plugins.videogeneration.api;

import java.util.regex.Pattern;

/**
 * Text of others as one line. A line end could make it look like lines of our own, an escape character like a console's
 * markup, and a character that turns the direction of text around like other words.
 */
public final class OneLine {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s\\u202A-\\u202E\\u2066-\\u2069]+");

    private OneLine() {}

    /** Each run of white space and of characters that do not show becomes a space. */
    public static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").trim();
    }
}
