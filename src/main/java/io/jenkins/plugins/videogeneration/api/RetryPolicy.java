package io.jenkins.plugins.videogeneration.api;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed attempt is followed by another one.
 *
 * @param maxAttempts how many attempts in all, at least 1
 * @param firstDelay the delay before the second attempt, if the service names none; it doubles from then on
 * @param maxDelay the longest delay of our own choosing
 * @param patience how long after the first attempt a further one may begin; a service that asks for more is not waited for
 */
public record RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay, Duration patience) {

    /** Reads and deletes: the figures of the official clients (0.5 s doubling to 8 s), with one attempt more. */
    public static final RetryPolicy READS =
            new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofMinutes(2));

    /** For what consists of calls that are retried themselves, and for what has to show the first failure. */
    static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * Paid requests that were refused (429, 409) or never sent: services with a small quota, such as two renders a
     * minute, want them spread over minutes, and waiting costs nothing.
     */
    public static final RetryPolicy SUBMITS =
            new RetryPolicy(60, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10));

    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts is " + maxAttempts + ", but one attempt is the least");
        }
    }

    /**
     * The delay before the next attempt, or nothing if there shall be none.
     *
     * @param attempts how many attempts there were
     * @param elapsed since the first attempt began
     * @param askedFor what the service asked for, or null
     */
    Optional<Duration> nextDelay(int attempts, Duration elapsed, Duration askedFor, RandomGenerator random) {
        if (attempts >= maxAttempts) {
            return Optional.empty();
        }
        // "0" is said by servers that have nothing to say: obeying it would mean to send as fast as possible
        boolean asked = askedFor != null && !askedFor.isZero();
        Duration delay = asked ? askedFor : ownDelay(attempts, random);
        return elapsed.plus(delay).compareTo(patience) > 0 ? Optional.empty() : Optional.of(delay);
    }

    private Duration ownDelay(int attempts, RandomGenerator random) {
        double exponential = firstDelay.toMillis() * Math.pow(2, attempts - 1d);
        double capped = Math.min(exponential, maxDelay.toMillis());
        // up to a quarter less, so that many clients do not come back in step
        return Duration.ofMillis(Math.round(capped * (1 - 0.25 * random.nextDouble())));
    }
}
