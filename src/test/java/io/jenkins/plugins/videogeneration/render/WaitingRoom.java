package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.FixedRandom;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.InMemoryJobStore;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorInterceptor;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Renders that wait for one simulated service, in time that moves only when the test moves it. */
final class WaitingRoom {

    static final Duration INTERVAL = Duration.ofSeconds(10);

    final VirtualTime time = VirtualTime.standingStill();
    final Wire wire = new Wire();
    final VideosSimulator simulator;
    final StatusBoards boards =
            new StatusBoards(new Timing(time, time, () -> new FixedRandom(chance()).nextLong()), Runnable::run);
    final RecordingListener listener = new RecordingListener();
    /** When each render was known to be over, by its id. */
    final Map<String, Instant> noticed = new LinkedHashMap<>();

    private final Duration renderTime;
    private final Map<String, Instant> submitted = new HashMap<>();
    private final Dialect dialect;
    private final VideosClient submits;
    private final VideosClient reads;
    private Video lastSubmitted;
    private double chance;

    /** A service of the reference dialect. */
    WaitingRoom(Duration renderTime) {
        this(renderTime, Dialect.reference(), new DirectExecutor());
    }

    /** @param transport what runs the questions to the service */
    WaitingRoom(Duration renderTime, Dialect dialect, ExecutorService transport) {
        this.renderTime = renderTime;
        this.dialect = dialect;
        simulator = new VideosSimulator(
                SimulatorSettings.defaults()
                        .withDialect(dialect)
                        .withPromptRules(new PromptRule("fails", PromptRule.Effect.JOB_FAILS))
                        .withTotalTime(renderTime),
                new InMemoryJobStore(),
                time,
                new Random(1));
        submits = client("one-key", new DirectExecutor());
        reads = client("one-key", transport);
    }

    /** A client with a key of its own, which the service shows the same videos. */
    VideosClient client(String key, ExecutorService transport) {
        HttpClients http = HttpClients.basedOn(new OkHttpClient.Builder()
                .addInterceptor(wire)
                .addInterceptor(new SimulatorInterceptor(simulator))
                .build());
        HttpClients here =
                new HttpClients(on(transport, http.reads()), on(transport, http.submits()), http.downloads());
        HttpUrl baseUrl = HttpUrl.get("https://videos.invalid" + dialect.basePath());
        Endpoint endpoint = DialectStudio.endpoint(dialect, baseUrl, new ApiKey(key));
        return new VideosClient(endpoint, here, time.timing());
    }

    private static OkHttpClient on(ExecutorService transport, OkHttpClient client) {
        Dispatcher dispatcher = new Dispatcher(transport);
        dispatcher.setMaxRequests(1000);
        dispatcher.setMaxRequestsPerHost(1000);
        return client.newBuilder().dispatcher(dispatcher).build();
    }

    /** Lets the service render something, and waits for it. */
    CompletableFuture<Video> render(String owner) {
        return await(owner, reads, submit("A cat"), Duration.ofHours(2));
    }

    List<CompletableFuture<Video>> renders(int count) {
        List<CompletableFuture<Video>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(render("build"));
        }
        return all;
    }

    Video submit(String prompt) {
        lastSubmitted = submits.create(new CreateVideoRequest(prompt, "sora-2", "720x1280", "4"))
                .start()
                .join();
        submitted.put(lastSubmitted.id(), time.instant());
        return lastSubmitted;
    }

    /** Lets chance fall this way from now on, from 0 to just below 1. */
    void chance(double value) {
        chance = value;
    }

    private double chance() {
        return chance;
    }

    /** How long after its end at the service a render was known to have ended. */
    Duration late(String id) {
        return Duration.between(submitted.get(id).plus(renderTime), noticed.get(id));
    }

    String lastSubmitted() {
        return lastSubmitted.id();
    }

    CompletableFuture<Video> await(String owner, VideosClient client, Video first, Duration timeout) {
        return await(owner, client, first, first, timeout);
    }

    /** Waits for a render of which only the id is known, as after a restart. */
    CompletableFuture<Video> resume(Video submitted) {
        return await("build", reads, submitted, null, Duration.ofHours(2));
    }

    private CompletableFuture<Video> await(
            String owner, VideosClient client, Video submitted, Video first, Duration timeout) {
        RenderRecord record = RenderRecord.intended(
                        submitted.id(),
                        RenderRequest.of("studio", new CreateVideoRequest("A cat", "sora-2", null, null)),
                        "cat.mp4",
                        time.instant(),
                        timeout,
                        INTERVAL)
                .submitted(submitted, time.instant(), time.instant().plus(timeout));
        RenderContext context = new RenderContext(
                owner,
                () -> client,
                written -> {},
                listener,
                () -> Path.of("nowhere"),
                (delivered, from) -> {},
                VideoClaims.UNSHARED,
                true,
                Admission.FREE);
        CompletableFuture<Video> result = boards.await(record, first, context, answer -> {});
        result.whenComplete((video, error) -> noticed.put(submitted.id(), time.instant()));
        return result;
    }

    /** Moves time until nobody waits any more. */
    void runOut() {
        while (time.pending() > 0) {
            time.runNext();
        }
    }

    /** How many requests there were to learn how far renders are. */
    long questions() {
        return wire.count(Wire.Kind.POLL) + wire.count(Wire.Kind.LIST);
    }
}
