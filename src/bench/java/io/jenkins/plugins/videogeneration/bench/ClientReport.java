package io.jenkins.plugins.videogeneration.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the report of the client of what JMH has written. */
public final class ClientReport {

    private record Measured(double micros, double bytes, double cpuMicros) {}

    private ClientReport() {}

    /** @param args the file that JMH has written */
    public static void main(String... args) throws IOException {
        BenchReport report = new BenchReport("client");
        report.note("compared with", "com.openai:openai-java " + args[1]);
        Map<String, Measured> all = new LinkedHashMap<>();
        for (JsonNode result : new ObjectMapper().readTree(new File(args[0]))) {
            String name = result.path("benchmark").asText().replaceAll(".*\\.", "");
            all.put(
                    name,
                    new Measured(
                            report.figure(name + ": time", "us/call", samples(result.path("primaryMetric"))),
                            report.figure(name + ": allocation", "B/call", secondary(result, "gc.alloc.rate.norm")),
                            report.figure(name + ": processor", "us/call", secondary(result, "cpu"))));
        }
        for (String call : List.of("retrieve", "list", "createJson", "createMultipart")) {
            Measured ours = all.get(call + "Ours");
            Measured theirs = all.get(call + "Openai");
            report.atMost(call + ": allocation beside openai-java", 0.3, ours.bytes() / theirs.bytes());
            report.atMost(call + ": processor time beside openai-java", 0.6, ours.cpuMicros() / theirs.cpuMicros());
            report.atMost(call + ": time beside openai-java", 1, ours.micros() / theirs.micros());
        }
        report.atLeast(
                "retrieve: allocation of bare OkHttp and Jackson beside ours",
                0.5,
                all.get("retrieveBare").bytes() / all.get("retrieveOurs").bytes());
        report.finish();
    }

    private static List<Double> secondary(JsonNode result, String name) {
        // JMH puts a dot of its own before the names of some profilers' figures
        JsonNode metrics = result.path("secondaryMetrics");
        return samples(metrics.has(name) ? metrics.path(name) : metrics.path("·" + name));
    }

    private static List<Double> samples(JsonNode metric) {
        List<Double> samples = new ArrayList<>();
        metric.path("rawData").forEach(fork -> fork.forEach(value -> samples.add(value.asDouble())));
        return samples;
    }
}
