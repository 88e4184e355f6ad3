package io.jenkins.plugins.videogeneration.bench.jenkins;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the scripts of the benchmark's pipelines call. It is static because scripts can reach nothing else. */
public final class Waiters {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY =
            "{\"prompt\":\"A cat\",\"model\":\"sora-2\",\"size\":\"720x1280\",\"seconds\":\"4\"}";

    private static final Map<String, Instant> DONE = new ConcurrentHashMap<>();
    private static final List<Double> SLEPT = new CopyOnWriteArrayList<>();

    private Waiters() {}

    static void clear() {
        DONE.clear();
    }

    static void forgetSleeps() {
        SLEPT.clear();
    }

    /** Somebody who has waited goes on. */
    public static void done(String id) {
        DONE.put(id, Instant.now());
    }

    static Map<String, Instant> done() {
        return Map.copyOf(DONE);
    }

    /** A step that should have slept for a second has slept for so long. */
    public static void slept(long nanos) {
        SLEPT.add(nanos / 1e9);
    }

    static List<Double> slept() {
        return List.copyOf(SLEPT);
    }

    /** Has the service render something; its id. */
    public static String submit(String baseUrl) throws IOException {
        HttpURLConnection connection = open(baseUrl + "/videos");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(BODY.getBytes(StandardCharsets.UTF_8));
        return read(connection, "id");
    }

    public static boolean isCompleted(String baseUrl, String id) throws IOException {
        return read(open(baseUrl + "/videos/" + id), "status").equals("completed");
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        connection.setRequestProperty("Authorization", "Bearer key");
        return connection;
    }

    private static String read(HttpURLConnection connection, String field) throws IOException {
        try (InputStream body = connection.getInputStream()) {
            return JSON.readTree(body).path(field).asText();
        }
    }
}
