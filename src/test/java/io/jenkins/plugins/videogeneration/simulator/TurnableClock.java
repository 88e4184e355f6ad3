package io.jenkins.plugins.videogeneration.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is turned. */
final class TurnableClock implements InstantSource {

    static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void turn(Duration duration) {
        now = now.plus(duration);
    }
}
