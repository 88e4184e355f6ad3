package io.jenkins.plugins.videogeneration.render;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Holds what it is given until the test lets it run: so a test sees what is under way at a time. */
final class HeldCalls extends AbstractExecutorService {

    private final Queue<Runnable> held = new ArrayDeque<>();
    private int most;
    private int count;

    @Override
    public void execute(Runnable call) {
        held.add(call);
        count++;
        most = Math.max(most, held.size());
    }

    void runNext() {
        held.remove().run();
    }

    void runAll() {
        while (!held.isEmpty()) {
            runNext();
        }
    }

    int waiting() {
        return held.size();
    }

    int mostAtATime() {
        return most;
    }

    int count() {
        return count;
    }

    @Override
    public void shutdown() {
        held.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        held.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
