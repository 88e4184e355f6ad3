package io.jenkins.plugins.videogeneration.bench.jenkins;

import io.jenkins.plugins.videogeneration.bench.BenchReport;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.simulator.SimulatorProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
    private static final int[] RENDERS = QUICK ? new int[] {10, 100} : new int[] {10, 100, 1000};
    private static final int POLL_SECONDS = QUICK ? 2 : 10;
    private static final int WINDOW_SECONDS = QUICK ? 10 : 60;
    private static final int SLEEPS = QUICK ? 5 : 30;
    private static final String SLEEP =
            "for (int i = 0; i < " + SLEEPS + "; i++) { long t = System.nanoTime(); sleep 1; " + Waiters.class.getName()
                    + ".slept(System.nanoTime() - t) }";

    private final BenchReport report = new BenchReport("waiting");
    private final Map<String, Double> medians = new HashMap<>();

    private JenkinsRule jenkins;

    @Test
    void waiting(JenkinsRule rule) throws Exception {
        jenkins = rule;
        // a test ends after minutes unless it says otherwise, and this is none
        rule.timeout = 0;
        report.note("Jenkins", Jenkins.VERSION);
        report.note("poll interval", POLL_SECONDS + " s");
        // what is loaded and compiled for the first time is not counted
        for (Way way : ways()) {
            measure(way, 10, false);
        }
        sleeps("nothing waits", true);
        for (int renders : RENDERS) {
            for (Way way : ways()) {
                measure(way, renders, true);
            }
        }
        bars(RENDERS[RENDERS.length - 1]);
        report.finish();
    }

    private List<Way> ways() {
        return List.of(new StepWay(jenkins), new EngineWay(jenkins), new LoopWay(jenkins), new ThreadWay());
    }

    private void measure(Way way, int renders, boolean counts) throws Exception {
        String name = renders + " by " + way.name();
        System.out.println("Measuring: " + name);
        Waiters.clear();
        int rampSeconds = 10 + renders / (QUICK ? 20 : 15);
        int seconds = counts ? rampSeconds + 2 * POLL_SECONDS + WINDOW_SECONDS + SLEEPS / 5 + 5 : 5;
        try (way;
                SimulatorProcess service = SimulatorProcess.start(Duration.ofSeconds(seconds))) {
            Settings.services(TestService.configured(TestService.NAME, service.baseUrl(), TestService.CREDENTIALS_ID));
            Controller before = Controller.now();
            way.start(service.baseUrl(), renders, POLL_SECONDS);
            awaitSubmits(renders, way, service);
            if (counts) {
                TimeUnit.SECONDS.sleep(POLL_SECONDS);
                steady(name, renders, before, service);
            }
            Map<String, Instant> noticed = way.noticed();
            if (counts) {
                late(name + ": known after", noticed, service.finishes());
                late(name + ": goes on after", way.returned(), service.finishes());
            }
        }
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
    private void steady(String name, int renders, Controller before, SimulatorProcess service) throws Exception {
        Controller waiting = Controller.now();
        add(name + ": heap per render", "B", (waiting.heapBytes() - before.heapBytes()) / (double) renders);
        long questions = service.questions();
        long cpu = Controller.cpu();
        Instant begin = Instant.now();
        sleeps(name, false);
        long left = WINDOW_SECONDS - Duration.between(begin, Instant.now()).toSeconds();
        TimeUnit.SECONDS.sleep(Math.max(0, left));
        double minutes = Duration.between(begin, Instant.now()).toMillis() / 60_000.0;
        add(name + ": requests", "/min", (service.questions() - questions) / minutes);
        add(name + ": processor", "s/min", (Controller.cpu() - cpu) / 1e9 / minutes);
        Instant first =
                service.finishes().values().stream().min(Instant::compareTo).orElseThrow();
        report.note("waited undisturbed", String.valueOf(Instant.now().isBefore(first)));
    }

    private void sleeps(String name, boolean alone) throws Exception {
        PipelineBuilds other = new PipelineBuilds(jenkins);
        jenkins.waitForCompletion(other.run(SLEEP));
        medians.put(name + ": sleep 1", report.figure(name + ": sleep 1", "s", Waiters.slept()));
        other.delete();
        if (alone) {
            Waiters.clear();
        }
    }

    private void late(String name, Map<String, Instant> known, Map<String, Instant> finishes) {
        List<Double> late = known.entrySet().stream()
                .map(one -> Duration.between(finishes.get(one.getKey()), one.getValue())
                                .toMillis()
                        / 1000.0)
                .sorted()
                .toList();
        medians.put(name, report.figure(name, "s", late));
        add(name + ", p99", "s", BenchReport.quantile(late, 0.99));
    }

    private void add(String name, String unit, double value) {
        medians.put(name, report.figure(name, unit, List.of(value)));
    }

    private void bars(int most) {
        String step = most + " by step";
        String engine = most + " by step without Pipeline";
        report.atMost("extra threads of a constant pool", 8, medians.get(engine + ": extra threads"));
        report.atMost("heap per waiting render without Pipeline, B", 8192, medians.get(engine + ": heap per render"));
        report.atMost(
                "requests beside one question per render",
                1 / 50.0,
                medians.get(engine + ": requests") / medians.get(most + " by thread per wait: requests"));
        report.atMost("known after, in intervals (median)", 0.5, medians.get(step + ": known after") / POLL_SECONDS);
        report.atMost("known after, in intervals (p99)", 1, medians.get(step + ": known after, p99") / POLL_SECONDS);
        report.atMost(
                "sleep 1 of another build beside nothing waiting",
                1.1,
                medians.get(step + ": sleep 1") / medians.get("nothing waits: sleep 1"));
    }
}
