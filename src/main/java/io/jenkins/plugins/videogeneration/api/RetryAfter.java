package io.jenkins.plugins.videogeneration.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import okhttp3.Headers;

/** Reads how long a service asks to wait: {@code retry-after-ms}, else {@code retry-after} in seconds or as a date. */
final class RetryAfter {

    /** Nobody waits longer here; that a service asked for more has to stay known all the same. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** So many always fit into an int. */
    private static final int INT_DIGITS = 9;

    private RetryAfter() {}

    /** Null if the headers do not say it, or say it in a way that makes no sense. */
    static Duration read(Headers headers, Instant now) {
        Duration millis = number(headers.get("retry-after-ms"), 1);
        if (millis != null) {
            return millis;
        }
        String value = headers.get("retry-after");
        Duration seconds = number(value, 1000);
        if (seconds != null) {
            return seconds;
        }
        // the service's date is meant by the service's clock, which may be wrong
        Date itsNow = headers.getDate("Date");
        return date(value, itsNow == null ? now : itsNow.toInstant());
    }

    /** A header that holds a number of milliseconds, or null. */
    static Duration millis(Headers headers, String name) {
        return number(headers.get(name), 1);
    }

    private static Duration number(String value, int millisPerUnit) {
        if (value == null) {
            return null;
        }
        try {
            double millis = number(value.trim()) * millisPerUnit;
            return millis >= 0 ? atMostADay(Duration.ofMillis(Math.round(Math.min(millis, 1e15)))) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Most services name a whole number with each answer: it is read without what a fraction takes. */
    private static double number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Double.parseDouble(text);
            }
        }
        return text.length() <= INT_DIGITS ? Integer.parseInt(text) : Double.parseDouble(text);
    }

    private static Duration atMostADay(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration date(String value, Instant now) {
        if (value == null) {
            return null;
        }
        try {
            Instant then = ZonedDateTime.parse(value.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, then);
            return wait.isNegative() ? Duration.ZERO : atMostADay(wait);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
