package io.jenkins.plugins.videogeneration.gallery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a browser asks for (RFC 9110, section 14).
 *
 * @param first the first byte, counted from 0
 * @param end the byte behind the last
 * @param whole whether nothing but the whole file was asked for
 */
record RequestedRange(long first, long end, boolean whole) {

    private static final Pattern FORM = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /**
     * @param range the header {@code Range}, or null; one that is not understood, or names several parts, asks for the
     *     whole
     * @param condition the header {@code If-Range}, or null; the file has to be still the one that it names
     * @param tag the file's entity tag
     * @param length the file's length in bytes
     */
    static RequestedRange of(String range, String condition, String tag, long length) {
        RequestedRange whole = new RequestedRange(0, length, true);
        if (range == null || (condition != null && !condition.equals(tag))) {
            return whole;
        }
        Matcher matcher = FORM.matcher(range);
        if (!matcher.matches()) {
            return whole;
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? whole : part(Math.max(0, length - Long.parseLong(to)), length, length);
        }
        long first = Long.parseLong(from);
        if (to.isEmpty()) {
            return part(first, length, length);
        }
        long last = Long.parseLong(to);
        return last < first ? whole : part(first, last + 1, length);
    }

    private static RequestedRange part(long first, long end, long length) {
        return new RequestedRange(first, Math.min(end, length), false);
    }

    /** Whether the file has bytes there. */
    boolean isSatisfiable() {
        return whole || first < end;
    }

    long length() {
        return end - first;
    }
}
