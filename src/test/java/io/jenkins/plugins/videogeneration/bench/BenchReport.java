package io.jenkins.plugins.videogeneration.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one part of the benchmark has found: closing it prints it as tables in Markdown and writes it as JSON, also when
 * the measuring has failed on the way.
 */
public final class BenchReport implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String part;
    private final ObjectNode json = JSON.createObjectNode();
    private final ArrayNode figures = json.putArray("figures");
    private final ArrayNode bars = json.putArray("bars");
    private final Map<String, Double> medians = new HashMap<>();
    private final StringBuilder notes = new StringBuilder();
    private final StringBuilder figureRows = new StringBuilder();
    private final StringBuilder barRows = new StringBuilder();

    public BenchReport(String part) {
        this(part, Path.of("target", "bench"));
    }

    /** @param folder where {@code PART.json} and {@code PART.md} are left */
    BenchReport(String part, Path folder) {
        this.part = part;
        this.folder = folder;
        json.put("part", part);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        note(
                "Machine",
                String.format(
                        Locale.ROOT,
                        "%s %s, %d processors, %d GiB; load %.1f when it began",
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() >> 30,
                        system.getSystemLoadAverage()));
        note("Java", System.getProperty("java.vm.version"));
        note("Commit", System.getProperty("bench.commit", "unknown"));
        note("Date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    /** Tells what else decides about the figures, such as a version. */
    public void note(String name, String value) {
        json.put(name, value);
        notes.append("- ").append(name).append(": ").append(value).append('\n');
    }

    /**
     * Adds a line.
     *
     * @param samples what was measured, once or several times
     */
    public void figure(String name, String unit, List<Double> samples) {
        List<Double> sorted = samples.stream().sorted().toList();
        double median = quantile(sorted, 0.5);
        double least = sorted.get(0);
        double most = sorted.get(sorted.size() - 1);
        medians.put(name, median);
        figures.addObject()
                .put("name", name)
                .put("unit", unit)
                .put("median", median)
                .put("least", least)
                .put("most", most)
                .put("samples", sorted.size());
        String spread = sorted.size() == 1 ? "" : words(least) + " to " + words(most);
        figureRows.append(String.format("| %s | %s | %s | %s |%n", name, words(median), spread, unit));
        System.out.println(name + ": " + words(median) + " " + unit);
    }

    /** What a line says; nothing if it was not measured. */
    public OptionalDouble median(String name) {
        Double median = medians.get(name);
        return median == null ? OptionalDouble.empty() : OptionalDouble.of(median);
    }

    /** One line beside another; nothing if one of them was not measured. */
    public OptionalDouble ratio(String name, String beside) {
        OptionalDouble one = median(name);
        OptionalDouble other = median(beside);
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.getAsDouble() / other.getAsDouble());
    }

    /** Adds what was to be reached: at most so much. */
    public void atMost(String name, double limit, OptionalDouble value) {
        bar(name, "at most", limit, value, value.isPresent() && value.getAsDouble() <= limit);
    }

    /** Adds what was to be reached: at least so much. */
    public void atLeast(String name, double limit, OptionalDouble value) {
        bar(name, "at least", limit, value, value.isPresent() && value.getAsDouble() >= limit);
    }

    private void bar(String name, String direction, double limit, OptionalDouble value, boolean met) {
        ObjectNode bar = bars.addObject().put("name", name).put("limit", limit).put("met", met);
        value.ifPresent(measured -> bar.put("value", measured));
        String verdict = value.isEmpty() ? "NOT MEASURED" : met ? "met" : "NOT MET";
        String measured = value.isEmpty() ? "" : words(value.getAsDouble());
        barRows.append(String.format("| %s | %s %s | %s | %s |%n", name, direction, words(limit), measured, verdict));
    }

    /** @param q from 0 to 1 */
    public static double quantile(List<Double> sorted, double q) {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size())));
    }

    /** As many digits as mean something: counts and bytes as they are, ratios and seconds with fractions. */
    private static String words(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.3f", value);
    }

    @Override
    public void close() throws IOException {
        String text = "\n### " + part + "\n\n" + notes + "\n| | Median | Spread | Unit |\n| --- | --- | --- | --- |\n"
                + figureRows + "\n| Bar | Limit | Measured | |\n| --- | --- | --- | --- |\n" + barRows;
        Files.createDirectories(folder);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(part + ".json").toFile(), json);
        Files.writeString(folder.resolve(part + ".md"), text);
    }
}
