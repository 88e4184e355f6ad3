package io.jenkins.plugins.videogeneration.bench;

import java.util.List;
import java.util.OptionalDouble;

/** The figures of renders that wait, by name, and what they are held against. */
public final class WaitingFigures {

    public static final String STEP = "step";
    public static final String ENGINE = "step without Pipeline";
    public static final String LOOP = "loop with sleep";
    public static final String THREADS = "thread per wait";

    public static final String OWN_THREADS = "threads of ours and of OkHttp";
    public static final String HEAP = "heap";
    public static final String REQUESTS = "requests";
    public static final String CPU = "processor";
    public static final String SLEEP = "`sleep 1` of another build";
    public static final String KNOWN = "known after";
    public static final String KNOWN_P99 = "known after, p99";
    public static final String NOTHING_WAITS = "nothing waits";
    public static final String HEAP_PER_RENDER = "heap per further render";

    private WaitingFigures() {}

    /** The line of a figure: {@code 100 by step: requests}. */
    public static String of(int renders, String way, String figure) {
        return renders + " by " + way + ": " + figure;
    }

    public static String alone(String figure) {
        return NOTHING_WAITS + ": " + figure;
    }

    public static String heapPerRender(String way) {
        return way + ": " + HEAP_PER_RENDER;
    }

    /** What a further render costs: between few and many, so that what is loaded once is in neither. */
    public static void slope(BenchReport report, String way, int few, int many) {
        OptionalDouble before = report.median(of(few, way, HEAP));
        OptionalDouble after = report.median(of(many, way, HEAP));
        if (before.isPresent() && after.isPresent()) {
            double kibibytes = (after.getAsDouble() - before.getAsDouble()) / (many - few);
            report.figure(heapPerRender(way), "KiB", List.of(kibibytes));
        }
    }

    /**
     * @param most the largest number of renders that was measured
     * @param pollSeconds the interval in which they were asked for
     */
    public static void bars(BenchReport report, int most, int pollSeconds) {
        report.atMost("threads of a constant pool", 8, report.median(of(most, ENGINE, OWN_THREADS)));
        report.atMost("heap per waiting render without Pipeline, KiB", 8, report.median(heapPerRender(ENGINE)));
        report.atMost(
                "requests beside one question per render",
                1 / 50.0,
                report.ratio(of(most, ENGINE, REQUESTS), of(most, THREADS, REQUESTS)));
        report.atMost("known after, in intervals, median", 0.5, inIntervals(report, most, KNOWN, pollSeconds));
        report.atMost("known after, in intervals, p99", 1, inIntervals(report, most, KNOWN_P99, pollSeconds));
        report.atMost(
                "`sleep 1` of another build beside nothing waiting",
                1.1,
                report.ratio(of(most, STEP, SLEEP), alone(SLEEP)));
    }

    private static OptionalDouble inIntervals(BenchReport report, int most, String figure, int pollSeconds) {
        OptionalDouble seconds = report.median(of(most, STEP, figure));
        return seconds.isEmpty() ? seconds : OptionalDouble.of(seconds.getAsDouble() / pollSeconds);
    }
}
