package io.jenkins.plugins.videogeneration.bench.jenkins;

import hudson.model.Label;
import io.jenkins.plugins.videogeneration.bench.BenchReport;
import io.jenkins.plugins.videogeneration.bench.BigVideo;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.DurableFile;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.simulator.SimulatorProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** How fast a long video passes through a controller, beside curl to the same disk. It is no test: {@code bin/bench} runs it. */
@WithJenkins
class DownloadBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int MEBIBYTES = QUICK ? 256 : 1024;
    private static final int TIMES = QUICK ? 1 : 5;
    private static final int MEBIBYTE = 1 << 20;
    private static final double BYTES = MEBIBYTES * (double) MEBIBYTE;

    private static final String ARCHIVED = "into the artifact store";
    private static final String OWN_TIMES = ARCHIVED + ", by the render's own times";
    private static final String CURL = "curl to the same disk";
    private static final String FORCED_CURL = "curl, and the file forced to the disk";

    @TempDir
    Path disk;

    @Test
    void download(JenkinsRule jenkins) throws Exception {
        jenkins.timeout = 0;
        try (BenchReport report = new BenchReport("download");
                BigVideo service = BigVideo.start(smallVideo(), MEBIBYTES)) {
            report.note("Video", MEBIBYTES + " MiB");
            report.note("File system", Files.getFileStore(disk).type());
            jenkins.createOnlineSlave(Label.get("agent"));
            Settings.services(TestService.configured(TestService.NAME, service.baseUrl(), TestService.CREDENTIALS_ID));
            Builds builds = new Builds(jenkins);
            try {
                passes(report, ARCHIVED, builds, "downloadVideo id: 'big', file: 'big.mp4'", service);
                passes(
                        report,
                        "to an agent",
                        builds,
                        "node('agent') { downloadVideo id: 'big', file: 'big.mp4', archive: false }",
                        service);
            } finally {
                bars(report);
            }
        }
    }

    private static void bars(BenchReport report) {
        report.atLeast(
                OWN_TIMES + ", beside curl with the file forced to the disk, as the render's is",
                0.9,
                report.ratio(OWN_TIMES, ARCHIVED + ": " + FORCED_CURL));
        report.atLeast(
                OWN_TIMES + ", beside curl that leaves the file in memory",
                0.9,
                report.ratio(OWN_TIMES, ARCHIVED + ": " + CURL));
        report.atMost("heap growth, MiB", 16, report.median(ARCHIVED + ": heap growth"));
        report.atMost(
                "times that the controller writes the video",
                1.05,
                report.median(ARCHIVED + ": written by the controller"));
    }

    /** In turn with curl, so that what else the machine does concerns both. */
    private void passes(BenchReport report, String name, Builds builds, String script, BigVideo service)
            throws Exception {
        List<Double> curls = new ArrayList<>();
        List<Double> forcedCurls = new ArrayList<>();
        List<Double> speeds = new ArrayList<>();
        List<Double> ownSpeeds = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        List<Double> writes = new ArrayList<>();
        List<Double> cpus = new ArrayList<>();
        // the first pass compiles what the others run
        for (int i = 0; i <= TIMES; i++) {
            boolean counts = i > 0;
            double curl = curlSeconds(service.baseUrl() + "/videos/big/content");
            double forced = curl + forceSeconds();
            Controller before = Controller.now();
            long written = writtenBytes();
            long begin = System.nanoTime();
            try (HeapPeak peak = new HeapPeak()) {
                WorkflowRun run = builds.succeed(script);
                double seconds = (System.nanoTime() - begin) / 1e9;
                double cpu = (Controller.cpu() - before.cpuNanos()) / 1e9;
                long heap = Math.max(peak.bytes(), Controller.now().heapBytes()) - before.heapBytes();
                if (counts) {
                    curls.add(MEBIBYTES / curl);
                    forcedCurls.add(MEBIBYTES / forced);
                    speeds.add(MEBIBYTES / seconds);
                    ownSpeeds.add(MEBIBYTES / ownSeconds(run));
                    cpus.add(cpu);
                    heaps.add(heap / (double) MEBIBYTE);
                    writes.add((writtenBytes() - written) / BYTES);
                }
                run.getParent().delete();
            }
        }
        report.figure(name + ": " + CURL, "MiB/s", curls);
        report.figure(name + ": " + FORCED_CURL, "MiB/s", forcedCurls);
        report.figure(name, "MiB/s", speeds);
        report.figure(name + ", by the render's own times", "MiB/s", ownSpeeds);
        report.figure(name + ": processor", "s", cpus);
        report.figure(name + ": heap growth", "MiB", heaps);
        report.figure(name + ": written by the controller", "times", writes);
    }

    /** From the step's begin until the video is fetched and checked, without Pipeline's start of a build. */
    private static double ownSeconds(WorkflowRun run) throws IOException {
        RenderRecord record = BuildVideos.of(run).records().get(0);
        return Duration.between(record.intendedAt(), record.deliveredAt()).toMillis() / 1000.0;
    }

    private double curlSeconds(String url) throws Exception {
        long begin = System.nanoTime();
        int status = new ProcessBuilder("curl", "-sS", "-o", curled().toString(), url)
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("curl ended with " + status);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private double forceSeconds() throws IOException {
        long begin = System.nanoTime();
        DurableFile.force(curled());
        double seconds = (System.nanoTime() - begin) / 1e9;
        Files.delete(curled());
        return seconds;
    }

    private Path curled() {
        return disk.resolve("curl.mp4");
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
