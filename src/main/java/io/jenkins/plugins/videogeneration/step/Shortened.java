package io.jenkins.plugins.videogeneration.step;

import java.util.Optional;

/** Text of a user's in a place that has room for one line: white space is a space, and what is long ends in dots. */
final class Shortened {

    private static final int MAX_LENGTH = 100;

    private Shortened() {}

    /** Null for null. */
    static String of(Object text) {
        return Optional.ofNullable(text)
                .map(value ->
                        cut(value.toString().replaceAll("[\\s\\p{Cntrl}]+", " ").trim()))
                .orElse(null);
    }

    private static String cut(String line) {
        if (line.codePointCount(0, line.length()) <= MAX_LENGTH) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH - 1)) + "\u2026";
    }
}
