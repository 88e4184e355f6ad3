package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How long a service's latest renders took, by model: what is known of when a render can be ready at the earliest. */
final class RenderTimes {

    /** With fewer, a render that is quicker than all of them is no surprise. */
    private static final int ENOUGH = 5;

    private static final int WINDOW = 32;
    private static final int MOST_MODELS = 32;
    private static final double MARGIN = 0.9;

    private final Map<String, Deque<Duration>> latest = new LinkedHashMap<>();

    /** Learns from a render that has succeeded; one that failed says nothing of how long a render takes. */
    synchronized void learn(RenderRecord record, Video video, Instant now) {
        Duration took = took(record, video, now);
        if (took == null || took.isNegative() || !video.status().isSuccess()) {
            return;
        }
        Deque<Duration> times = latest.computeIfAbsent(model(record), model -> new ArrayDeque<>());
        if (times.size() == WINDOW) {
            times.removeFirst();
        }
        times.addLast(took);
        if (latest.size() > MOST_MODELS) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    /** When this render can be ready at the earliest, as far as the latest ones tell. */
    synchronized Optional<Instant> earliest(RenderRecord record) {
        return known(record)
                .map(times -> record.submittedAt()
                        .plusMillis(Math.round(Collections.min(times).toMillis() * MARGIN)));
    }

    /** Whether this render may be ready at any moment: it is no quicker than the latest ones, and not slower than all. */
    synchronized boolean isDue(RenderRecord record, Instant now) {
        return known(record)
                .filter(times -> !now.isBefore(earliest(record).orElseThrow()))
                .filter(times -> now.isBefore(record.submittedAt()
                        .plusMillis(Math.round(Collections.max(times).toMillis() / MARGIN))))
                .isPresent();
    }

    private Optional<Deque<Duration>> known(RenderRecord record) {
        Deque<Duration> times = latest.get(model(record));
        return record.submittedAt() == null || times == null || times.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(times);
    }

    /** By the service's own clock if it tells: when an answer came depends on when it was asked for. */
    private static Duration took(RenderRecord record, Video video, Instant now) {
        if (video.createdAt() != null && video.completedAt() != null) {
            return Duration.between(video.createdAt(), video.completedAt());
        }
        return record.submittedAt() == null ? null : Duration.between(record.submittedAt(), now);
    }

    private static String model(RenderRecord record) {
        return String.valueOf(record.request().text("model"));
    }
}
