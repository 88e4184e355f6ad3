package io.jenkins.plugins.videogeneration.bench.jenkins;

import hudson.model.Label;
import io.jenkins.plugins.videogeneration.bench.BenchReport;
import io.jenkins.plugins.videogeneration.bench.BigVideo;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.simulator.SimulatorProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** How fast a long video passes through a controller, beside curl to the same disk. It is no test: {@code bin/bench} runs it. */
@WithJenkins
class DownloadBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int MEBIBYTES = QUICK ? 256 : 1024;
    private static final int TIMES = QUICK ? 2 : 5;
    private static final double BYTES = MEBIBYTES * (double) (1 << 20);

    private final BenchReport report = new BenchReport("download");

    @TempDir
    Path disk;

    @Test
    void download(JenkinsRule jenkins) throws Exception {
        jenkins.timeout = 0;
        report.note("video", MEBIBYTES + " MiB");
        jenkins.createOnlineSlave(Label.get("agent"));
        try (BigVideo service = BigVideo.start(smallVideo(), MEBIBYTES)) {
            Settings.services(TestService.configured(TestService.NAME, service.baseUrl(), TestService.CREDENTIALS_ID));
            Builds builds = new Builds(jenkins);
            String step = "downloadVideo id: 'big', file: 'big.mp4'";
            passes("warming up", builds, step);
            List<Double> curl = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                curl.add(curl(service.baseUrl() + "/videos/big/content"));
            }
            double bare = report.figure("curl to the disk", "MiB/s", curl);
            double archived = passes("into the artifact store", builds, step);
            passes("to an agent", builds, "node('agent') { downloadVideo id: 'big', file: 'big.mp4', archive: false }");
            report.atLeast("into the artifact store beside curl", 0.9, archived / bare);
        }
        report.finish();
    }

    /** @return the median of its throughput */
    private double passes(String name, Builds builds, String script) throws Exception {
        List<Double> speeds = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        List<Double> writes = new ArrayList<>();
        List<Double> cpus = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Controller before = Controller.now();
            long written = writtenBytes();
            long begin = System.nanoTime();
            var run = builds.succeed(script);
            speeds.add(MEBIBYTES / ((System.nanoTime() - begin) / 1e9));
            cpus.add((Controller.cpu() - before.cpuNanos()) / 1e9);
            heaps.add((Controller.now().heapBytes() - before.heapBytes()) / 1048576.0);
            writes.add((writtenBytes() - written) / BYTES);
            run.getParent().delete();
        }
        if (name.equals("warming up")) {
            return 0;
        }
        report.figure(name + ": processor", "s", cpus);
        double heap = report.figure(name + ": heap growth", "MiB", heaps);
        double times = report.figure(name + ": written by the controller", "times", writes);
        report.atMost(name + ": heap growth, MiB", 16, heap);
        report.atMost(name + ": times that the controller writes the video", 1.05, times);
        return report.figure(name, "MiB/s", speeds);
    }

    private double curl(String url) throws Exception {
        Path file = disk.resolve("curl.mp4");
        long begin = System.nanoTime();
        int status = new ProcessBuilder("curl", "-sS", "-o", file.toString(), url)
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("curl ended with " + status);
        }
        double speed = MEBIBYTES / ((System.nanoTime() - begin) / 1e9);
        Files.delete(file);
        return speed;
    }

    /** What this process has given to its disks, as Linux counts it; elsewhere nothing is counted. */
    private static long writtenBytes() throws IOException {
        Path io = Path.of("/proc/self/io");
        return !Files.exists(io)
                ? 0
                : Files.readAllLines(io).stream()
                        .filter(line -> line.startsWith("write_bytes: "))
                        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                        .sum();
    }

    private Path smallVideo() throws Exception {
        Path file = disk.resolve("small.mp4");
        try (SimulatorProcess service = SimulatorProcess.start(Duration.ofMillis(1))) {
            String id = Waiters.submit(service.baseUrl());
            while (!Waiters.isCompleted(service.baseUrl(), id)) {
                Thread.sleep(100);
            }
            var connection = URI.create(service.baseUrl() + "/videos/" + id + "/content")
                    .toURL()
                    .openConnection();
            connection.setRequestProperty("Authorization", "Bearer key");
            try (InputStream content = connection.getInputStream()) {
                Files.copy(content, file);
            }
        }
        return file;
    }
}
