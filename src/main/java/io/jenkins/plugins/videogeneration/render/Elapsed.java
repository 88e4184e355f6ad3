package io.jenkins.plugins.videogeneration.render;

import java.time.Duration;

/** Durations for people. */
public final class Elapsed {

    private Elapsed() {}

    /** Two units at most: 850 ms, 12 s, 3 min 5 s, 2 h 10 min. */
    public static String words(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() == 0
                ? two(duration.toMinutes(), "min", duration.toSecondsPart(), "s")
                : two(duration.toHours(), "h", duration.toMinutesPart(), "min");
    }

    private static String two(long large, String largeUnit, int small, String smallUnit) {
        String words = large + " " + largeUnit;
        return small == 0 ? words : words + " " + small + " " + smallUnit;
    }
}
