package io.jenkins.plugins.videogeneration.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import okhttp3.OkHttp;

/** Makes the report of the client of what JMH has written. */
public final class ClientReport {

    private static final String ALLOCATION = ": allocation";
    private static final String CPU = ": processor";
    private static final String TIME = ": time";

    private ClientReport() {}

    /** @param args the file that JMH has written, and the version of openai-java */
    public static void main(String... args) throws IOException {
        try (BenchReport report = new BenchReport("client")) {
            report.note("Compared with", "com.openai:openai-java " + args[1]);
            report.note("OkHttp", OkHttp.VERSION);
            report.note("Jackson", PackageVersion.VERSION.toString());
            for (JsonNode result : new ObjectMapper().readTree(new File(args[0]))) {
                String name = result.path("benchmark").asText().replaceAll(".*\\.", "");
                report.figure(name + TIME, "us/call", samples(result.path("primaryMetric")));
                report.figure(name + ALLOCATION, "B/call", secondary(result, "gc.alloc.rate.norm"));
                report.figure(name + CPU, "us/call", secondary(result, "cpu"));
            }
            for (String call : List.of("retrieve", "list", "createJson", "createMultipart")) {
                for (String figure : List.of(TIME, ALLOCATION, CPU)) {
                    double ratio = beside(report, call, figure).orElseThrow();
                    report.figure(call + figure + " beside openai-java", "times", List.of(ratio));
                }
            }
            // what renders that wait cost, a thousand times a minute
            report.atMost("retrieve: allocation beside openai-java", 0.3, beside(report, "retrieve", ALLOCATION));
            report.atMost("retrieve: processor beside openai-java", 0.6, beside(report, "retrieve", CPU));
        }
    }

    private static OptionalDouble beside(BenchReport report, String call, String figure) {
        return report.ratio(call + "Ours" + figure, call + "Openai" + figure);
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
