package io.jenkins.plugins.videogeneration.bench.jenkins;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What the process of the controller uses at a moment.
 *
 * @param threads all of them
 * @param ownThreads those of the plugin and of its HTTP client, by their names
 * @param heapBytes what is left after collections
 * @param cpuNanos processor time since the process began
 */
record Controller(int threads, int ownThreads, long heapBytes, long cpuNanos) {

    private static final List<String> OWN = List.of("video-generation", "OkHttp", "Okio");

    /** Takes a moment, because of the collections. */
    static Controller now() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Controller(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ownThreadNames().size(),
                heap,
                cpu());
    }

    static List<String> ownThreadNames() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> OWN.stream().anyMatch(name::startsWith))
                .sorted()
                .toList();
    }

    static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
