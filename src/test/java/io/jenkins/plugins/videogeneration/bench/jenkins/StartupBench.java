package io.jenkins.plugins.videogeneration.bench.jenkins;

import io.jenkins.plugins.videogeneration.bench.BenchReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** What the plugin adds to the start of a controller. It is no test: {@code bin/bench} runs it. */
class StartupBench {

    private static final int STARTS = Boolean.getBoolean("bench.quick") ? 2 : 9;

    @RegisterExtension
    private final RealJenkinsExtension with = new RealJenkinsExtension().withTimeout(0);

    @RegisterExtension
    private final RealJenkinsExtension without =
            new RealJenkinsExtension().withTimeout(0).omitPlugins("video-generation");

    private final List<Double> millisWith = new ArrayList<>();
    private final List<Double> millisWithout = new ArrayList<>();
    private double classesWith;
    private double classesWithout;

    @Test
    void startup() throws Throwable {
        BenchReport report = new BenchReport("startup");
        // the first start unpacks what later ones find
        start(with, new ArrayList<>());
        start(without, new ArrayList<>());
        for (int i = 0; i < STARTS; i++) {
            // one after the other, so that what else the machine does concerns both
            classesWith = start(with, millisWith);
            classesWithout = start(without, millisWithout);
        }
        double ours = report.figure("start with the plugin", "ms", millisWith);
        double bare = report.figure("start without the plugin", "ms", millisWithout);
        report.figure("time added", "ms", List.of(ours - bare));
        report.figure("classes added", "classes", List.of(classesWith - classesWithout));
        report.figure("size of the hpi", "KiB", List.of(hpiBytes() / 1024.0));
        report.atMost("time added to a start, ms", 150, ours - bare);
        report.finish();
    }

    private static double start(RealJenkinsExtension jenkins, List<Double> millis) throws Throwable {
        long begin = System.nanoTime();
        jenkins.startJenkins();
        millis.add((System.nanoTime() - begin) / 1e6);
        int classes = jenkins.runRemotely(StartupBench::loadedClasses);
        jenkins.stopJenkins();
        return classes;
    }

    private static int loadedClasses(JenkinsRule rule) {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long hpiBytes() throws IOException {
        Path hpi = Path.of("target", "video-generation.hpi");
        return Files.exists(hpi) ? Files.size(hpi) : 0;
    }
}
