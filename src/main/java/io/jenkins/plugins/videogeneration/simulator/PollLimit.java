package io.jenkins.plugins.videogeneration.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses to be asked for the same job too often. */
final class PollLimit {

    private final Duration between;
    private final int most;
    private final Map<String, Instant> lastPolls = new LinkedHashMap<>();

    /** @param most jobs remembered at a time */
    PollLimit(Duration between, int most) {
        this.between = between;
        this.most = most;
    }

    /** @throws ApiError 429 when the last poll of this job was a too short time ago */
    synchronized void check(String id, Instant now) {
        if (between.isZero()) {
            return;
        }
        Instant last = lastPolls.get(id);
        Duration left = last == null ? Duration.ZERO : Duration.between(now, last.plus(between));
        if (!left.isNegative() && !left.isZero()) {
            throw ApiError.tooSoon("Too many polls.", left);
        }
        lastPolls.remove(id);
        lastPolls.put(id, now);
        if (lastPolls.size() > most) {
            lastPolls.remove(lastPolls.keySet().iterator().next());
        }
    }
}
