package io.jenkins.plugins.videogeneration.bench.jenkins;

import io.jenkins.plugins.videogeneration.bench.BenchReport;
import io.jenkins.plugins.videogeneration.bench.WaitingFigures;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.simulator.SimulatorProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What renders cost that wait in a real Jenkins, beside the usual ways to wait. It is no test: {@code bin/bench} runs it. */
@WithJenkins
class WaitingBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int FEW = QUICK ? 10 : 100;
    private static final int MANY = QUICK ? 100 : 1000;
    private static final int POLL_SECONDS = QUICK ? 2 : 10;
    private static final int WINDOW_SECONDS = QUICK ? 6 : 30;
    /** Longer than the threads live that closed the connections of paid requests: then threads are counted. */
    private static final int LONG_WINDOW_SECONDS = QUICK ? 6 : 65;

    private static final int SLEEPS = QUICK ? 4 : 25;
    private static final String SCRIPT =
            "for (int i = 0; i < " + SLEEPS + "; i++) { long t = System.nanoTime(); sleep 1; " + Waiters.class.getName()
                    + ".slept(System.nanoTime() - t) }";

    private JenkinsRule jenkins;
    private BenchReport report;

    @Test
    void waiting(JenkinsRule rule) throws Exception {
        jenkins = rule;
        // a test ends after minutes unless it says otherwise, and this is none
        rule.timeout = 0;
        try (BenchReport closed = new BenchReport("waiting")) {
            report = closed;
            report.note("Jenkins", Jenkins.VERSION);
            report.note("Asked for every", POLL_SECONDS + " s");
            try {
                measureAll();
            } finally {
                WaitingFigures.bars(report, MANY, POLL_SECONDS);
            }
        }
    }

    private void measureAll() throws Exception {
        // what is loaded and compiled for the first time is not counted
        for (Way way : ways()) {
            measure(way, 10, false);
        }
        sleeps(WaitingFigures.NOTHING_WAITS);
        if (!QUICK) {
            for (Way way : ways().subList(0, 2)) {
                measure(way, 10, true);
            }
        }
        for (Way way : ways()) {
            measure(way, FEW, true);
        }
        for (Way way : ways()) {
            measure(way, MANY, true);
            WaitingFigures.slope(report, way.name(), FEW, MANY);
        }
    }

    private List<Way> ways() {
        return List.of(new StepWay(jenkins), new EngineWay(jenkins), new LoopWay(jenkins), new ThreadWay());
    }

    private void measure(Way way, int renders, boolean counts) throws Exception {
        String name = renders + " by " + way.name();
        System.out.println("Measuring: " + name);
        Waiters.clear();
        int rampSeconds = (QUICK ? 4 : 8) + renders / (QUICK ? 20 : 15);
        int seconds = counts ? rampSeconds + POLL_SECONDS + Math.max(windowSeconds(renders), SLEEPS) + 5 : 4;
        try (way;
                SimulatorProcess service = SimulatorProcess.start(Duration.ofSeconds(seconds))) {
            Settings.services(TestService.configured(TestService.NAME, service.baseUrl(), TestService.CREDENTIALS_ID));
            Controller before = Controller.now();
            way.start(service.baseUrl(), renders, POLL_SECONDS);
            awaitSubmits(renders, way, service);
            if (counts) {
                TimeUnit.SECONDS.sleep(POLL_SECONDS);
                steady(renders, way.name(), before, service);
            }
            Map<String, Instant> noticed = way.noticed();
            if (counts) {
                late(WaitingFigures.of(renders, way.name(), WaitingFigures.KNOWN), noticed, service.finishes());
                late(name + ": goes on after", way.returned(), service.finishes());
            }
        }
    }

    private static int windowSeconds(int renders) {
        return renders == MANY ? LONG_WINDOW_SECONDS : WINDOW_SECONDS;
    }

    private static void awaitSubmits(int renders, Way way, SimulatorProcess service) throws Exception {
        Instant end = Instant.now().plusSeconds(30 + renders / 5);
        while (service.finishes().size() < renders) {
            if (Instant.now().isAfter(end)) {
                // a build that has failed is shown with its console
                way.noticed();
                throw new IllegalStateException("Only " + service.finishes().size() + " renders were asked for");
            }
            Thread.sleep(200);
        }
    }

    /** While all of them wait and none is completed. */
    private void steady(int renders, String way, Controller before, SimulatorProcess service) throws Exception {
        String name = renders + " by " + way;
        Controller waiting = Controller.now();
        double heap = (waiting.heapBytes() - before.heapBytes()) / 1024.0;
        add(WaitingFigures.of(renders, way, WaitingFigures.HEAP), "KiB", heap);
        long questions = service.questions();
        long cpu = Controller.cpu();
        Instant begin = Instant.now();
        sleeps(name);
        long left =
                windowSeconds(renders) - Duration.between(begin, Instant.now()).toSeconds();
        TimeUnit.SECONDS.sleep(Math.max(0, left));
        double minutes = Duration.between(begin, Instant.now()).toMillis() / 60_000.0;
        double requests = (service.questions() - questions) / minutes;
        add(WaitingFigures.of(renders, way, WaitingFigures.REQUESTS), "/min", requests);
        double busy = (Controller.cpu() - cpu) / 1e9 / minutes;
        add(WaitingFigures.of(renders, way, WaitingFigures.CPU), "s/min", busy);
        if (renders == MANY) {
            Controller settled = Controller.now();
            add(name + ": further threads in all", "threads", settled.threads() - before.threads());
            add(WaitingFigures.of(renders, way, WaitingFigures.OWN_THREADS), "threads", settled.ownThreads());
            System.out.println(settled.ownThreads() + " threads: " + Controller.ownThreadNames());
        }
        Instant first =
                service.finishes().values().stream().min(Instant::compareTo).orElseThrow();
        if (Instant.now().isAfter(first)) {
            report.note(name, "DISTURBED: the first were completed while the others were looked at");
        }
    }

    private void sleeps(String name) throws Exception {
        Waiters.forgetSleeps();
        PipelineBuilds other = new PipelineBuilds(jenkins);
        jenkins.waitForCompletion(other.run(SCRIPT));
        report.figure(name + ": " + WaitingFigures.SLEEP, "s", Waiters.slept());
        other.delete();
    }

    private void late(String name, Map<String, Instant> known, Map<String, Instant> finishes) {
        List<Double> late = known.entrySet().stream()
                .map(one -> Duration.between(finishes.get(one.getKey()), one.getValue())
                                .toMillis()
                        / 1000.0)
                .sorted()
                .toList();
        report.figure(name, "s", late);
        add(name + ", p99", "s", BenchReport.quantile(late, 0.99));
    }

    private void add(String name, String unit, double value) {
        report.figure(name, unit, List.of(value));
    }
}
