package io.jenkins.plugins.videogeneration.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * A part of a file, as a client asks for it with the header {@code Range} (RFC 9110, section 14). Empty when the file has no such part.
 *
 * @param first the first byte, counted from 0
 * @param end the byte behind the last
 */
record ByteRange(int first, int end) {

    private static final Pattern FORM = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * The part that a request asks for. Empty when it asks for the whole: without the header, with one that is not understood or names
     * several parts, and when the file is no longer the one that {@code If-Range} speaks of.
     */
    static Optional<ByteRange> requested(Headers headers, String etag, int length) {
        String range = headers.get("range");
        String condition = headers.get("if-range");
        if (range == null || condition != null && !condition.equals(etag)) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(range);
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long last = Long.parseLong(matcher.group(2));
            return Optional.of(new ByteRange((int) Math.max(0, length - last), length));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? length - 1L : Long.parseLong(matcher.group(2));
        if (last < first && !matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange((int) Math.min(first, length), (int) Math.min(last + 1, length)));
    }

    boolean isEmpty() {
        return first >= end;
    }

    byte[] of(byte[] whole) {
        return Arrays.copyOfRange(whole, first, end);
    }
}
