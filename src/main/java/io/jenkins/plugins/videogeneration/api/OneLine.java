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
        return isWord(text) ? text : UNPRINTABLE.matcher(text).replaceAll(" ").trim();
    }

    /** Statuses are read for each render that waits, again and again: a word of ASCII needs no pattern. */
    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
