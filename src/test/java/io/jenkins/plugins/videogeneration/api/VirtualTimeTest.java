package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The other tests are worth no more than this helper. */
class VirtualTimeTest {

    private final List<String> log = new ArrayList<>();
    private final VirtualTime time = VirtualTime.standingStill();

    @Test
    void runsTasksInTheOrderInWhichTheyAreDueEachAtItsOwnTime() {
        time.schedule(Duration.ofSeconds(5), () -> note("late", time));
        time.schedule(Duration.ofSeconds(2), () -> note("early", time));
        time.schedule(Duration.ofSeconds(9), () -> note("never", time));

        time.advance(Duration.ofSeconds(6));

        assertThat(log, contains("early at 2", "late at 5"));
        assertThat(time.instant(), is(VirtualTime.START.plusSeconds(6)));
        assertThat(time.pending(), is(1));
    }

    @Test
    void runsWhatTasksScheduleOnTheWay() {
        time.schedule(Duration.ofSeconds(1), () -> time.schedule(Duration.ofSeconds(1), () -> note("second", time)));

        time.advance(Duration.ofSeconds(2));

        assertThat(log, contains("second at 2"));
    }

    @Test
    void keepsTheOrderOfTasksThatAreDueTogether() {
        time.schedule(Duration.ofSeconds(1), () -> note("a", time));
        time.schedule(Duration.ofSeconds(1), () -> note("b", time));

        time.advance(Duration.ofSeconds(1));

        assertThat(log, contains("a at 1", "b at 1"));
    }

    @Test
    void forgetsCancelledTasksButNotTheirDelays() {
        time.schedule(Duration.ofSeconds(3), () -> note("cancelled", time)).cancel();

        time.advance(Duration.ofSeconds(3));

        assertThat(log, empty());
        assertThat(time.delays(), contains(Duration.ofSeconds(3)));
    }

    @Test
    void runNextLeapsToTheNextTaskAndComplainsIfThereIsNone() {
        time.schedule(Duration.ofHours(1), () -> note("next", time));

        time.runNext();

        assertThat(log, contains("next at 3600"));
        assertThrows(AssertionError.class, time::runNext);
    }

    @Test
    void leapingTimeRunsLongChainsWithoutDeepRecursion() {
        VirtualTime leaping = VirtualTime.leaping();
        int links = 100_000;

        chain(leaping, links);

        assertThat(leaping.delays().size(), is(links));
        assertThat(leaping.instant(), is(VirtualTime.START.plusSeconds(links)));
        assertThat(log, contains("done at " + links));
    }

    private void chain(VirtualTime leaping, int links) {
        if (links == 0) {
            note("done", leaping);
        } else {
            leaping.schedule(Duration.ofSeconds(1), () -> chain(leaping, links - 1));
        }
    }

    private void note(String what, VirtualTime when) {
        Instant now = when.instant();
        log.add(what + " at " + Duration.between(VirtualTime.START, now).toSeconds());
    }
}
