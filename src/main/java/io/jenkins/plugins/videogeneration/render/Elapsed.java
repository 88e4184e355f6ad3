package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import java.time.Duration;

/** Durations for people. */
public final class Elapsed {

    private Elapsed() {}

    /** Two units at most: 850 ms, 12 s, 3 min 5 s, 2 h 10 min. */
    public static Text of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return Text.of("render.Elapsed.milliseconds", duration.toMillis());
        }
        Text seconds = seconds(duration.toSecondsPart());
        if (duration.toMinutes() == 0) {
            return seconds;
        }
        Text minutes = Text.of("render.Elapsed.minutes", duration.toMinutesPart());
        if (duration.toHours() == 0) {
            return duration.toSecondsPart() == 0 ? minutes : two(minutes, seconds);
        }
        Text hours = Text.of("render.Elapsed.hours", duration.toHours());
        return duration.toMinutesPart() == 0 ? hours : two(hours, minutes);
    }

    /** @param number as a service has it: whole, or a decimal fraction with a point */
    public static Text seconds(Object number) {
        return Text.of("render.Elapsed.seconds", number);
    }

    private static Text two(Text large, Text small) {
        return Text.of("render.Elapsed.two", large, small);
    }
}
