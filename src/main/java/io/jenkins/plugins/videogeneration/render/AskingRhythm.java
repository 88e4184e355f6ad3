package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import java.time.Duration;
import java.time.Instant;

/**
 * When a render is asked for next: when the service wants it; else in the interval of its step, and less often while it
 * can't be ready yet.
 */
final class AskingRhythm {

    /** The guide of the reference protocol says 10 to 20 seconds; what is far off that is a mistake. */
    private static final Duration LONGEST_HINT = Duration.ofMinutes(5);

    private static final Duration SHORTEST_HINT = Duration.ofMillis(100);

    /** Progress shall be seen, and a render that fails early too. */
    private static final int EARLY_INTERVALS = 4;

    private final Timing timing;
    private final RenderTimes times;
    private volatile Duration latestHint;

    AskingRhythm(Timing timing, RenderTimes times) {
        this.timing = timing;
        this.times = times;
    }

    /** After an answer to a question for this render alone. */
    Duration after(RenderRecord record, Video answer) {
        latestHint = answer.pollAfter();
        return answer.pollAfter() == null ? own(record) : within(answer.pollAfter());
    }

    /** After an answer in a list, which says nothing of when to come back: the latest hint counts if it is longer. */
    Duration afterList(RenderRecord record) {
        Duration own = own(record);
        Duration hint = latestHint == null ? Duration.ZERO : within(latestHint);
        return hint.compareTo(own) > 0 ? hint : own;
    }

    /** @param hint what the service asked for, or null */
    Duration afterFailure(RenderRecord record, Duration hint) {
        return hint == null ? jittered(record) : within(hint);
    }

    private Duration own(RenderRecord record) {
        Duration own = jittered(record);
        Instant now = timing.clock().instant();
        Duration early = times.earliest(record)
                .map(earliest -> Duration.between(now, earliest))
                .orElse(Duration.ZERO);
        Duration longest = own.multipliedBy(EARLY_INTERVALS);
        Duration untilReady = early.compareTo(longest) > 0 ? longest : early;
        return untilReady.compareTo(own) > 0 ? untilReady : own;
    }

    /** A tenth more or less, so that renders started together do not ask together for ever. */
    private Duration jittered(RenderRecord record) {
        double factor = 0.9 + 0.2 * timing.random().nextDouble();
        return Duration.ofMillis(Math.round(record.pollInterval().toMillis() * factor));
    }

    static Duration within(Duration hint) {
        if (hint.compareTo(SHORTEST_HINT) < 0) {
            return SHORTEST_HINT;
        }
        return hint.compareTo(LONGEST_HINT) > 0 ? LONGEST_HINT : hint;
    }
}
