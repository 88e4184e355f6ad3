package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final FixedRandom NO_JITTER = new FixedRandom(0);
    private static final RetryPolicy POLICY =
            new RetryPolicy(7, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofMinutes(2));

    @ParameterizedTest
    @CsvSource({
        "0, 500 1000 2000 4000 8000 8000",
        "0.5, 438 875 1750 3500 7000 7000",
        "0.9999999, 375 750 1500 3000 6000 6000"
    })
    void doublesUpToALimitAndTakesAwayAtMostAQuarter(double chance, String expected) {
        List<String> delays = new ArrayList<>();
        for (int attempts = 1; attempts < POLICY.maxAttempts(); attempts++) {
            Duration delay = POLICY.nextDelay(attempts, Duration.ZERO, null, new FixedRandom(chance))
                    .orElseThrow();
            delays.add(String.valueOf(delay.toMillis()));
        }

        assertThat(String.join(" ", delays), is(expected));
    }

    @Test
    void endsAfterTheLastAttempt() {
        assertThat(POLICY.nextDelay(7, Duration.ZERO, null, NO_JITTER), is(Optional.empty()));
        assertThat(POLICY.nextDelay(8, Duration.ZERO, Duration.ofMillis(1), NO_JITTER), is(Optional.empty()));
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        assertThat(delayIfAsked(Duration.ofSeconds(59)), is(Optional.of(Duration.ofSeconds(59))));
        assertThat(delayIfAsked(Duration.ofMillis(20)), is(Optional.of(Duration.ofMillis(20))));
    }

    @Test
    void doesNotHammerAServiceThatAsksForNoDelay() {
        assertThat(delayIfAsked(Duration.ZERO), is(Optional.of(Duration.ofMillis(500))));
    }

    @Test
    void doesNotComeBackEarlierThanAskedButGivesUpIfThatIsTooLate() {
        Duration elapsed = Duration.ofSeconds(60);

        assertThat(
                POLICY.nextDelay(1, elapsed, Duration.ofSeconds(60), NO_JITTER),
                is(Optional.of(Duration.ofSeconds(60))));
        assertThat(POLICY.nextDelay(1, elapsed, Duration.ofMillis(60_001), NO_JITTER), is(Optional.empty()));
    }

    @Test
    void losesPatienceWithItsOwnDelaysToo() {
        assertThat(POLICY.nextDelay(1, Duration.ofMillis(119_501), null, NO_JITTER), is(Optional.empty()));
    }

    @Test
    void needsAtLeastOneAttempt() {
        Duration any = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(0, any, any, any));
    }

    private static Optional<Duration> delayIfAsked(Duration asked) {
        return POLICY.nextDelay(1, Duration.ZERO, asked, NO_JITTER);
    }
}
