package io.jenkins.plugins.videogeneration.crash;

import io.jenkins.plugins.videogeneration.fixture.Gate;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import mockwebserver3.RecordedRequest;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** Kills a controller at a moment in the life of some films, and holds back what comes to the service then. */
final class Kill {

    private static final long BETWEEN_LOOKS_NANOS = 2_000_000;
    private static final int SLOW_BYTES_PER_SECOND = 2_000;

    private final RealJenkinsExtension controller;
    private final Gate gate;
    private final List<String> films;
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final CountDownLatch killed = new CountDownLatch(1);

    Kill(RealJenkinsExtension controller, Gate gate, List<String> films) {
        this.controller = controller;
        this.gate = gate;
        this.films = films;
    }

    /** From now on the controller may be killed: it has been told all that it has to do. */
    void allow() {
        allowed.countDown();
    }

    void await() {
        await(killed);
    }

    void whenAllowed() {
        behind(this::kill);
    }

    /** When such a request of each film is here. */
    void at(Gate.Moment moment, Predicate<RecordedRequest> requests) {
        AtomicInteger here = new AtomicInteger();
        gate.at(moment, requests, () -> {
            if (here.incrementAndGet() == films.size()) {
                behind(this::kill);
            }
            await(killed);
            if (moment == Gate.Moment.ARRIVAL) {
                throw new IllegalStateException("A request of a controller that is dead does not come through");
            }
        });
    }

    /** When one such request is held back, and all films are so far. */
    void holding(Predicate<RecordedRequest> requests, Predicate<Path> test) {
        CountDownLatch here = new CountDownLatch(1);
        gate.at(Gate.Moment.ARRIVAL, requests, () -> {
            here.countDown();
            await(killed);
            throw new IllegalStateException("A request of a controller that is dead does not come through");
        });
        behind(() -> {
            await(here);
            killWhen(() -> films.stream().map(this::build).allMatch(test));
        });
    }

    void slowContent() {
        gate.throttleContent(SLOW_BYTES_PER_SECOND);
    }

    /** @param test of the folder of a build */
    void whenAllOnDisk(Predicate<Path> test) {
        behind(() -> killWhen(() -> films.stream().map(this::build).allMatch(test)));
    }

    void whenOneOnDisk(Predicate<Path> test) {
        behind(() -> killWhen(() -> films.stream().map(this::build).anyMatch(test)));
    }

    private interface Condition {
        boolean holds();
    }

    private void killWhen(Condition condition) {
        while (!condition.holds()) {
            // the other core is needed by what is looked at
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        kill();
    }

    private Path build(String film) {
        return controller.getHome().toPath().resolve("jobs").resolve(film).resolve("builds/1");
    }

    private void kill() {
        await(allowed);
        controller.stopJenkinsForcibly();
        killed.countDown();
    }

    private static void behind(Runnable task) {
        Thread thread = new Thread(task, "killer");
        thread.setDaemon(true);
        thread.start();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(2, TimeUnit.MINUTES)) {
                throw new AssertionError("The moment did not come");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
