package io.jenkins.plugins.videogeneration.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What one part of the benchmark has found: printed as a table, and written as JSON. */
public final class BenchReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String part;
    private final ObjectNode json = JSON.createObjectNode();
    private final ArrayNode figures = json.putArray("figures");
    private final ArrayNode bars = json.putArray("bars");
    private final StringBuilder text = new StringBuilder();

    public BenchReport(String part) {
        this.part = part;
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        String machine = String.format(
                Locale.ROOT,
                "%s %s, %d processors, %d GiB; Java %s",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 30,
                System.getProperty("java.vm.version"));
        json.put("part", part).put("machine", machine);
        text.append("\n== ").append(part).append(" (").append(machine).append(")\n");
        text.append(String.format("%-58s %14s %14s %14s %s%n", "", "median", "least", "most", "unit"));
    }

    /** Tells what else decides about the figures, such as a version. */
    public void note(String name, String value) {
        json.put(name, value);
        text.append(name).append(": ").append(value).append('\n');
    }

    /**
     * Adds a line.
     *
     * @param samples what was measured, once or several times
     * @return their median
     */
    public double figure(String name, String unit, List<Double> samples) {
        List<Double> sorted = samples.stream().sorted().toList();
        double median = quantile(sorted, 0.5);
        double least = sorted.get(0);
        double most = sorted.get(sorted.size() - 1);
        figures.addObject()
                .put("name", name)
                .put("unit", unit)
                .put("median", median)
                .put("least", least)
                .put("most", most)
                .put("samples", sorted.size());
        text.append(String.format(Locale.ROOT, "%-58s %14.3f %14.3f %14.3f %s%n", name, median, least, most, unit));
        return median;
    }

    /** Adds what was to be reached: at most so much. */
    public void atMost(String name, double limit, double value) {
        bar(name, "at most", limit, value, value <= limit);
    }

    /** Adds what was to be reached: at least so much. */
    public void atLeast(String name, double limit, double value) {
        bar(name, "at least", limit, value, value >= limit);
    }

    private void bar(String name, String direction, double limit, double value, boolean met) {
        bars.addObject()
                .put("name", name)
                .put("limit", limit)
                .put("value", value)
                .put("met", met);
        text.append(String.format(
                Locale.ROOT, "%-7s %s: %.4g (%s %.4g)%n", met ? "met" : "NOT MET", name, value, direction, limit));
    }

    /** @param q from 0 to 1 */
    public static double quantile(List<Double> sorted, double q) {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size())));
    }

    /** Prints it, and writes {@code target/bench/PART.json} and {@code PART.txt}. */
    public void finish() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(part + ".json").toFile(), json);
        Files.writeString(folder.resolve(part + ".txt"), text);
        System.out.println(text);
    }
}
