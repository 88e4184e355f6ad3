package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimingTest {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final Timing timing = Timing.system(executor);

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void runsWhatIsScheduled() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);

        timing.scheduler().schedule(Duration.ofMillis(1), ran::countDown);

        assertThat(ran.await(30, TimeUnit.SECONDS), is(true));
    }

    @Test
    void forgetsWhatIsCancelled() {
        Scheduler.Cancellable pending = timing.scheduler().schedule(Duration.ofDays(1), () -> {});
        Future<?> scheduled = (Future<?>) executor.getQueue().peek();

        pending.cancel();

        assertThat(scheduled.isCancelled(), is(true));
    }

    @Test
    void needsAllOfItsParts() {
        VirtualTime time = VirtualTime.standingStill();
        FixedRandom random = new FixedRandom(0);

        assertThrows(NullPointerException.class, () -> new Timing(null, time, random));
        assertThrows(NullPointerException.class, () -> new Timing(time, null, random));
        assertThrows(NullPointerException.class, () -> new Timing(time, time, null));
    }
}
