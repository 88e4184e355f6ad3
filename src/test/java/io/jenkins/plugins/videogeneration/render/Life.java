package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Timing;
import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * One life of the process that renders. When it has ended, as by a power failure, nothing that belongs to it happens any
 * more: no task runs, no timer fires, nothing is written.
 */
final class Life implements Executor {

    private final Timing timing;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean alive = true;

    Life(Timing timing) {
        this.timing = new Timing(
                timing.clock(),
                (delay, task) -> timing.scheduler().schedule(delay, () -> {
                    if (alive) {
                        task.run();
                    }
                }),
                timing.random());
    }

    void end() {
        alive = false;
    }

    /** Ends after so many steps. */
    void endAfter(int steps) {
        stepsLeft = steps;
    }

    /** A point where the process may end. */
    void step() throws IOException {
        if (stepsLeft-- <= 0) {
            alive = false;
        }
        if (!alive) {
            throw new IOException("The process has ended");
        }
    }

    boolean isAlive() {
        return alive;
    }

    Timing timing() {
        return timing;
    }

    @Override
    public void execute(Runnable task) {
        try {
            step();
            task.run();
        } catch (IOException e) {
            // what has ended does nothing any more
        }
    }
}
