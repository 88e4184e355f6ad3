package io.jenkins.plugins.videogeneration.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A clock and a scheduler that a test moves by hand, so that minutes of waiting cost nothing and every delay can be
 * looked at. Tasks run on the thread that moves the time, in the order in which they are due.
 */
public final class VirtualTime implements Scheduler, InstantSource {

    /** What the clock shows at first. */
    public static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    // a test that waits this long for another thread has failed; it never waits so long if it passes
    private static final Duration LOST = Duration.ofSeconds(30);

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private final List<Duration> delays = new ArrayList<>();
    private final boolean leaping;
    private Instant now = START;
    private boolean draining;

    private record Task(Instant due, int number, Runnable action) {}

    private VirtualTime(boolean leaping) {
        this.leaping = leaping;
    }

    /** Time that moves only when the test says so. */
    public static VirtualTime standingStill() {
        return new VirtualTime(false);
    }

    /** Time that leaps to whatever is scheduled as soon as it is scheduled: for tests of one call that blocks. */
    public static VirtualTime leaping() {
        return new VirtualTime(true);
    }

    /** This time with a random source that always gives the lowest value: delays come without jitter. */
    public Timing timing() {
        return new Timing(this, this, new FixedRandom(0));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable action) {
        Task task;
        synchronized (this) {
            task = new Task(now.plus(delay.isNegative() ? Duration.ZERO : delay), delays.size(), action);
            delays.add(delay);
            tasks.add(task);
            notifyAll();
        }
        if (leaping) {
            drain();
        }
        return () -> cancel(task);
    }

    /** Moves the clock forward and runs what becomes due on the way, each with the clock at its own time. */
    public void advance(Duration by) {
        Instant target = instant().plus(by);
        for (Task task = takeDue(target); task != null; task = takeDue(target)) {
            task.action().run();
        }
        synchronized (this) {
            now = later(now, target);
        }
    }

    /** Moves the clock to the next task and runs it. */
    public void runNext() {
        Task task = takeDue(Instant.MAX);
        if (task == null) {
            throw new AssertionError("Nothing is scheduled");
        }
        task.action().run();
    }

    /** How many tasks wait for their time. */
    public synchronized int pending() {
        return tasks.size();
    }

    /** Every delay that was asked for so far, first to last, those of cancelled tasks too. */
    public synchronized List<Duration> delays() {
        return List.copyOf(delays);
    }

    /** Waits, in real time, until other threads have scheduled so many tasks that wait for their time. */
    public synchronized void awaitPending(int count) throws InterruptedException {
        long end = System.nanoTime() + LOST.toNanos();
        while (tasks.size() < count) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Expected " + count + " scheduled tasks, but there are " + tasks.size());
            }
            wait(left);
        }
    }

    /** Waits, in real time, until other threads have cancelled all tasks that waited for their time. */
    public synchronized void awaitNonePending() throws InterruptedException {
        long end = System.nanoTime() + LOST.toNanos();
        while (!tasks.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Expected no scheduled tasks, but there are " + tasks.size());
            }
            wait(left);
        }
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
        notifyAll();
    }

    private synchronized Task takeDue(Instant target) {
        Task next = tasks.peek();
        if (next == null || next.due().isAfter(target)) {
            return null;
        }
        now = later(now, next.due());
        return tasks.poll();
    }

    /** One thread at a time runs the tasks, also those that tasks schedule: recursion could be as deep as time is long. */
    private void drain() {
        synchronized (this) {
            if (draining) {
                return;
            }
            draining = true;
        }
        for (Task task = takeDueOrStop(); task != null; task = takeDueOrStop()) {
            task.action().run();
        }
    }

    private synchronized Task takeDueOrStop() {
        Task next = takeDue(Instant.MAX);
        draining = next != null;
        return next;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
