package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1500, PT1.5S", "0, PT0S", "2.4, PT0.002S", "' 20 ', PT0.02S"})
    void readsMilliseconds(String value, Duration expected) {
        assertThat(RetryAfter.read(Headers.of("retry-after-ms", value), NOW), is(expected));
    }

    @ParameterizedTest
    @CsvSource({"3, PT3S", "0, PT0S", "0.25, PT0.25S", "600, PT10M"})
    void readsSeconds(String value, Duration expected) {
        assertThat(RetryAfter.read(Headers.of("Retry-After", value), NOW), is(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 01 Nov 2026 12:00:30 GMT', PT30S",
        "'Sun, 1 Nov 2026 13:01:00 +0100', PT1M",
        "'Sun, 01 Nov 2026 11:59:00 GMT', PT0S",
    })
    void readsADateAgainstTheClock(String value, Duration expected) {
        assertThat(RetryAfter.read(Headers.of("Retry-After", value), NOW), is(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon, 01 Nov 2027 12:00:00 GMT", "Wed, 01 Jan 1997 00:00:00 GMT"})
    void readsADateAgainstTheClockOfTheServiceIfThatTellsIt(String itsNow) {
        ZonedDateTime date = ZonedDateTime.parse(itsNow, DateTimeFormatter.RFC_1123_DATE_TIME);
        String retryAfter = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.plusSeconds(20));

        assertThat(
                RetryAfter.read(Headers.of("Date", itsNow, "Retry-After", retryAfter), NOW),
                is(Duration.ofSeconds(20)));
    }

    @Test
    void prefersMillisecondsAndFallsBackToSeconds() {
        assertThat(
                RetryAfter.read(Headers.of("retry-after-ms", "5", "retry-after", "60"), NOW), is(Duration.ofMillis(5)));
        assertThat(
                RetryAfter.read(Headers.of("retry-after-ms", "soon", "retry-after", "60"), NOW),
                is(Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "NaN", "-Infinity", "Sun, 99 Nov 2026 12:00:00 GMT", "tomorrow GMT"})
    void ignoresWhatMakesNoSense(String value) {
        assertThat(RetryAfter.read(Headers.of("retry-after", value), NOW), is(nullValue()));
        assertThat(RetryAfter.read(Headers.of("retry-after-ms", value), NOW), is(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2592000", "1e300", "Infinity", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void keepsAVeryLongTimeInsteadOfForgettingThatItWasAskedFor(String value) {
        assertThat(RetryAfter.read(Headers.of("retry-after", value), NOW), is(Duration.ofDays(1)));
    }

    @Test
    void saysNothingWithoutHeaders() {
        assertThat(RetryAfter.read(Headers.EMPTY, NOW), is(nullValue()));
    }
}
