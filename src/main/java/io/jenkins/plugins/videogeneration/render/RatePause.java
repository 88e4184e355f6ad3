package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.HttpClients;
import java.time.Duration;
import java.time.Instant;

/**
 * How much a service lets itself be asked. When it puts one question off, all renders that wait for it keep quiet until
 * then, and come back one at a time before they come back together.
 */
final class RatePause {

    /** More would only queue up for a thread. */
    static final int MOST_IN_FLIGHT = HttpClients.READS;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private Instant end = Instant.MIN;
    private int inFlight = MOST_IN_FLIGHT;
    private int streak;

    /**
     * The service has put a question off.
     *
     * @param hint how long it wants to be left alone, or null if it does not say
     */
    synchronized void begin(Duration hint, Instant now) {
        boolean hinted = hint != null && !hint.isZero();
        if (lasts(now) && !hinted) {
            // the answer to a question that was under way, or of another render of the same page
            return;
        }
        Instant until = now.plus(hinted ? hint : FIRST.multipliedBy(1L << streak));
        if (!lasts(now)) {
            streak = Math.min(streak + 1, MOST_DOUBLINGS);
        }
        end = until.isAfter(end) ? until : end;
        inFlight = 1;
    }

    /** The service has answered. */
    synchronized void passed() {
        streak = 0;
        inFlight = Math.min(MOST_IN_FLIGHT, inFlight * 2);
    }

    synchronized boolean lasts(Instant now) {
        return now.isBefore(end);
    }

    synchronized Instant end() {
        return end;
    }

    /** How many single questions may be under way at a time. */
    synchronized int inFlight() {
        return inFlight;
    }
}
