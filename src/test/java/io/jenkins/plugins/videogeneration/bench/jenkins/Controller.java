package io.jenkins.plugins.videogeneration.bench.jenkins;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the process of the controller uses at a moment. */
record Controller(int threads, long heapBytes, long cpuNanos) {

    /** The heap is what is left after collections, which take a moment. */
    static Controller now() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Controller(ManagementFactory.getThreadMXBean().getThreadCount(), heap, cpu());
    }

    static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
