package io.jenkins.plugins.videogeneration.bench.jenkins;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The most that any collection left on the heap while it was watched: what was held, without what was let go of. */
final class HeapPeak implements AutoCloseable {

    private static final int MILLIS = 50;

    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
    private volatile long bytes;

    HeapPeak() {
        watcher.scheduleAtFixedRate(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long left = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage afterCollection = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && afterCollection != null) {
                left += afterCollection.getUsed();
            }
        }
        bytes = Math.max(bytes, left);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }
}
