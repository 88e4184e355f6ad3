package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** A simulator on a clock that stands still, with a client in the same process: renders take 10 seconds of queue and 100 of work. */
final class Bench {

    static final Duration QUEUE = Duration.ofSeconds(10);
    static final Duration RENDER = Duration.ofSeconds(100);

    final TurnableClock clock = new TurnableClock();
    final VideosSimulator simulator;
    final ApiClient client;

    Bench() {
        this(SimulatorSettings.defaults());
    }

    Bench(SimulatorSettings settings) {
        this(settings, new InMemoryJobStore());
    }

    Bench(SimulatorSettings settings, JobStore store) {
        this.simulator = new VideosSimulator(settings.withTimes(QUEUE, RENDER), store, clock, new Random(1));
        this.client = ApiClient.inProcess(simulator);
    }

    /** Creates a video from the fields of a JSON body, written with single quotes, and returns its id. */
    String create(String json) throws IOException {
        return create("/videos", json);
    }

    String create(String path, String json) throws IOException {
        ApiClient.Answer answer = post(path, json);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.json());
        }
        return answer.json().get("id").textValue();
    }

    ApiClient.Answer post(String path, String json) throws IOException {
        return client.postJson(path, json.replace('\'', '"'));
    }

    /** A video whose render is over, ready to be downloaded. */
    String completed(String json) throws IOException {
        String id = create(json);
        finish();
        return id;
    }

    void finish() {
        clock.turn(QUEUE.plus(RENDER));
    }

    JsonNode retrieve(String id) throws IOException {
        return client.get("/videos/" + id).json();
    }

    static ObjectNode object() {
        return new ObjectMapper().createObjectNode();
    }
}
