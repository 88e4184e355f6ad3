package io.jenkins.plugins.videogeneration.bench.jenkins;

import com.sun.management.OperatingSystemMXBean;
import io.jenkins.plugins.videogeneration.bench.BenchReport;
import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** What the plugin adds to the start of a controller. It is no test: {@code bin/bench} runs it. */
class StartupBench {

    private static final int PAIRS = Boolean.getBoolean("bench.quick") ? 3 : 25;
    private static final String READY = "Jenkins is fully up and running";
    /** What the collector and the second compiler do beside a start differs by more than a plugin adds. */
    private static final String[] QUIET = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};

    @RegisterExtension
    private final RealJenkinsExtension with =
            new RealJenkinsExtension().withTimeout(0).javaOptions(QUIET);

    @RegisterExtension
    private final RealJenkinsExtension without =
            new RealJenkinsExtension().withTimeout(0).javaOptions(QUIET).omitPlugins("video-generation");

    /**
     * One start.
     *
     * @param millis from the begin of the process until Jenkins says that it is up
     * @param cpuMillis processor time of the process until then
     * @param classes how many are loaded
     */
    private record Start(double millis, double cpuMillis, double classes) implements Serializable {}

    @Test
    void startup() throws Throwable {
        try (BenchReport report = new BenchReport("startup")) {
            try {
                measure(report);
            } finally {
                report.atMost("time added to a start, ms", 150, report.median("time added"));
            }
        }
    }

    private void measure(BenchReport report) throws Throwable {
        List<Start> ours = new ArrayList<>();
        List<Start> bare = new ArrayList<>();
        // the first start unpacks what later ones find
        start(with);
        start(without);
        for (int i = 0; i < PAIRS; i++) {
            // in turn, and each first as often as the other, so that what else the machine does concerns both
            if (i % 2 == 0) {
                ours.add(start(with));
                bare.add(start(without));
            } else {
                bare.add(start(without));
                ours.add(start(with));
            }
        }
        report.figure("start with the plugin", "ms", figures(ours, Start::millis));
        report.figure("start without the plugin", "ms", figures(bare, Start::millis));
        added(report, "time added", "ms", differences(ours, bare, Start::millis));
        added(report, "processor time added", "ms", differences(ours, bare, Start::cpuMillis));
        report.figure("classes added", "classes", differences(ours, bare, Start::classes));
        report.figure("size of the hpi", "KiB", List.of(hpiBytes() / 1024.0));
    }

    private static void added(BenchReport report, String name, String unit, List<Double> differences) {
        report.figure(name, unit, differences);
        List<Double> sorted = differences.stream().sorted().toList();
        // between these the median lies with 95 %, by the binomial distribution
        int outside = (int) Math.max(0, Math.floor(sorted.size() / 2.0 - 0.98 * Math.sqrt(sorted.size())));
        report.figure(name + ", least by 95 %", unit, List.of(sorted.get(outside)));
        report.figure(name + ", most by 95 %", unit, List.of(sorted.get(sorted.size() - 1 - outside)));
    }

    private static List<Double> figures(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream().map(figure::applyAsDouble).toList();
    }

    private static List<Double> differences(List<Start> ours, List<Start> bare, ToDoubleFunction<Start> figure) {
        return IntStream.range(0, ours.size())
                .mapToObj(i -> figure.applyAsDouble(ours.get(i)) - figure.applyAsDouble(bare.get(i)))
                .toList();
    }

    private static Start start(RealJenkinsExtension jenkins) throws Throwable {
        jenkins.startJenkins();
        Start start = jenkins.runRemotely(StartupBench::thisStart);
        jenkins.stopJenkins();
        return start;
    }

    private static Start thisStart(JenkinsRule rule) throws InterruptedException {
        double millis = ready() - ManagementFactory.getRuntimeMXBean().getStartTime();
        double cpuNanos =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        return new Start(
                millis,
                cpuNanos / 1e6,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    /** It answers a moment before it says so. */
    private static double ready() throws InterruptedException {
        while (true) {
            for (LogRecord said : Jenkins.logRecords) {
                if (READY.equals(said.getMessage())) {
                    return said.getMillis();
                }
            }
            Thread.sleep(10);
        }
    }

    private static long hpiBytes() throws IOException {
        Path hpi = Path.of("target", "video-generation.hpi");
        return Files.exists(hpi) ? Files.size(hpi) : 0;
    }
}
