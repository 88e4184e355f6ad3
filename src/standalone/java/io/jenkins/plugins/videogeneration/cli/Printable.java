package io.jenkins.plugins.videogeneration.cli;

/** Text of a service on a terminal. */
final class Printable {

    private Printable() {}

    /** One line without the control characters with which a hostile service could take over a terminal. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
    }

    /** The same, cut to at most so many characters. */
    static String of(String text, int length) {
        String line = of(text);
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length - 3)) + "...";
    }
}
