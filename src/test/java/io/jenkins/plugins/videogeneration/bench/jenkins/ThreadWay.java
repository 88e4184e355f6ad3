package io.jenkins.plugins.videogeneration.bench.jenkins;

import io.jenkins.plugins.videogeneration.bench.WaitingFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What steps do that wait in a thread of their own. */
final class ThreadWay implements Way {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> waits = new ArrayList<>();

    @Override
    public String name() {
        return WaitingFigures.THREADS;
    }

    @Override
    public void start(String baseUrl, int renders, int pollSeconds) {
        for (int i = 0; i < renders; i++) {
            waits.add(threads.submit(() -> {
                String id = Waiters.submit(baseUrl);
                do {
                    TimeUnit.SECONDS.sleep(pollSeconds);
                } while (!Waiters.isCompleted(baseUrl, id));
                Waiters.done(id);
                return null;
            }));
        }
    }

    @Override
    public Map<String, Instant> noticed() throws Exception {
        for (Future<?> wait : waits) {
            wait.get();
        }
        return Waiters.done();
    }

    @Override
    public Map<String, Instant> returned() {
        return Waiters.done();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
