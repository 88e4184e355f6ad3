package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends plain requests to a simulator, through either front, and reads whole answers. */
final class ApiClient {

    static final String KEY = "test-key";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OkHttpClient client;
    private final String baseUrl;

    private ApiClient(OkHttpClient client, String baseUrl) {
        this.client = client;
        this.baseUrl = baseUrl;
    }

    static ApiClient inProcess(VideosSimulator simulator) {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(new SimulatorInterceptor(simulator))
                // a test looks at redirects before it follows them
                .followRedirects(false)
                .build();
        return new ApiClient(
                client,
                "https://videos.invalid" + simulator.settings().dialect().basePath());
    }

    static ApiClient over(SimulatorServer server) {
        OkHttpClient client =
                new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        return new ApiClient(client, server.baseUrl());
    }

    /** A whole answer. */
    record Answer(int status, Headers headers, byte[] body) {
        JsonNode json() throws IOException {
            return MAPPER.readTree(body);
        }
    }

    Answer get(String path) throws IOException {
        return send(request(path));
    }

    Answer delete(String path) throws IOException {
        return send(request(path).delete());
    }

    Answer postJson(String path, String json) throws IOException {
        return post(path, RequestBody.create(json, MediaType.get("application/json")));
    }

    Answer post(String path, RequestBody body) throws IOException {
        return send(request(path).post(body));
    }

    /** A request to wherever an answer led, without a key. */
    Answer follow(String url) throws IOException {
        return send(new Request.Builder().url(url));
    }

    /** A request with the key, to be completed and given to {@link #send}. */
    Request.Builder request(String path) {
        return new Request.Builder().url(baseUrl + path).header("Authorization", "Bearer " + KEY);
    }

    Answer send(Request.Builder request) throws IOException {
        try (Response response = client.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().bytes());
        }
    }
}
