package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import java.time.Duration;
import java.time.Instant;

/**
 * When a render is asked for next: when the service wants it; else in the interval of its step, less often while it can't
 * be ready yet, and more often when it is due, where one page tells of a hundred.
 */
final class AskingRhythm {

    /** The guide of the reference protocol says 10 to 20 seconds; what is far off that is a mistake. */
    private static final Duration LONGEST_HINT = Duration.ofMinutes(5);

    private static final Duration SHORTEST_HINT = Duration.ofMillis(100);

    /** Progress shall be seen, and a render that fails early too. */
    private static final int EARLY_INTERVALS = 4;

    /** So that also at its longest, with what it takes to ask, a wait stays within the interval. */
    private static final double SHORTEST_SHARE = 0.8;

    /** A thousand renders that are all due still cost less than a fiftieth of one question for each in each interval. */
    private static final double DUE_SHARE = 0.75;

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
        return answer.pollAfter() == null ? own(record, record.pollInterval()) : within(answer.pollAfter());
    }

    /**
     * After an answer in a list, which says nothing of when to come back: the latest hint counts if it is longer. It is
     * meant for the questions for one render, so a page may come a little earlier.
     */
    Duration afterList(RenderRecord record) {
        Duration hint = latestHint == null ? Duration.ZERO : within(latestHint);
        Duration interval = hint.compareTo(record.pollInterval()) > 0 ? hint : record.pollInterval();
        return times.isDue(record, timing.clock().instant()) ? jittered(interval, DUE_SHARE) : own(record, interval);
    }

    /** @param hint what the service asked for, or null */
    Duration afterFailure(RenderRecord record, Duration hint) {
        return hint == null ? jittered(record.pollInterval(), 1) : within(hint);
    }

    private Duration own(RenderRecord record, Duration interval) {
        Duration own = jittered(interval, 1);
        Instant now = timing.clock().instant();
        Duration early = times.earliest(record)
                .map(earliest -> Duration.between(now, earliest))
                .orElse(Duration.ZERO);
        Duration longest = own.multipliedBy(EARLY_INTERVALS);
        Duration untilReady = early.compareTo(longest) > 0 ? longest : early;
        return untilReady.compareTo(own) > 0 ? untilReady : own;
    }

    /** Up to a fifth less, so that renders started together do not ask together for ever. */
    private Duration jittered(Duration interval, double share) {
        double jitter = SHORTEST_SHARE + (1 - SHORTEST_SHARE) * timing.random().nextDouble();
        return Duration.ofMillis(Math.round(interval.toMillis() * share * jitter));
    }

    static Duration within(Duration hint) {
        if (hint.compareTo(SHORTEST_HINT) < 0) {
            return SHORTEST_HINT;
        }
        return hint.compareTo(LONGEST_HINT) > 0 ? LONGEST_HINT : hint;
    }
}
