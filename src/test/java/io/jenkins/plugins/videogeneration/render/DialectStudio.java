package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ApiCall;
import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.InMemoryJobStore;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorInterceptor;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * A service of one dialect and a client that is set up for it, as an administrator would. Everything happens on the
 * test's thread; time moves when a call waits for it.
 */
final class DialectStudio {

    static final String KEY = Studio.KEY;
    static final String FAILING_PROMPT = "A cat that fails";
    static final Duration RENDER_TIME = Duration.ofSeconds(60);

    final VirtualTime time = VirtualTime.standingStill();
    final VideosSimulator simulator;
    final RecordingListener listener = new RecordingListener();
    final VideosClient client;
    final Shelf shelf;
    /** All requests that were sent, to whichever host. */
    final List<Request> requests = new ArrayList<>();

    private final Path home;

    DialectStudio(Dialect dialect, Path home) {
        this.home = home;
        this.shelf = new Shelf(home.resolve("shelf"));
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withDialect(dialect)
                .withKeys(KeyRule.exactly(KEY))
                .withPromptRules(new PromptRule("fails", PromptRule.Effect.JOB_FAILS))
                .withTotalTime(RENDER_TIME);
        simulator = new VideosSimulator(settings, new InMemoryJobStore(), time, new Random(1));
        HttpUrl baseUrl = HttpUrl.get("https://videos.invalid" + dialect.basePath());
        client = new VideosClient(endpoint(dialect, baseUrl), http(), time.timing());
    }

    static Stream<Dialect> dialects() {
        return Dialect.names().stream().map(Dialect::named);
    }

    /** Azure takes two requests a minute, and Unsloth one at a time. */
    static Stream<Dialect> takingMany() {
        return dialects().filter(dialect -> !List.of("azure", "unsloth").contains(dialect.name()));
    }

    /** Whether what was lost can be found again. */
    static boolean hasList(Dialect dialect) {
        return !dialect.name().equals("new-api");
    }

    /** Whether what nobody wants can be deleted. */
    static boolean hasDelete(Dialect dialect) {
        return !List.of("litellm", "new-api").contains(dialect.name());
    }

    /** Whether a failed job has a code that says what kind of failure it is. */
    static boolean hasErrorCodes(Dialect dialect) {
        return !List.of("vllm-omni", "sglang", "trtllm").contains(dialect.name());
    }

    static boolean hasKeys(Dialect dialect) {
        return !List.of("sglang", "trtllm").contains(dialect.name());
    }

    /** How a refusal with a status reads. */
    static String refusal(Dialect dialect, int status) {
        boolean loginPage = dialect.name().equals("aquiles") && status == 401;
        return loginPage ? "HTTP 302: the service sends to its login page" : "HTTP " + status;
    }

    /** What somebody has to enter for a server of this kind; everything else is found out. */
    static Endpoint endpoint(Dialect dialect, HttpUrl baseUrl) {
        return endpoint(dialect, baseUrl, new ApiKey(KEY));
    }

    static Endpoint endpoint(Dialect dialect, HttpUrl baseUrl, ApiKey key) {
        Authentication authentication =
                switch (dialect.name()) {
                    case "azure" -> new Authentication.Header("api-key", key);
                    case "litellm" -> new Authentication.Header("x-litellm-api-key", key);
                    case "sglang", "trtllm" -> new Authentication.None();
                    default -> new Authentication.Bearer(key);
                };
        boolean formsOnly = dialect.name().equals("vllm-omni");
        return new Endpoint(
                baseUrl,
                authentication,
                Map.of(),
                Map.of(),
                formsOnly ? CreateEncoding.MULTIPART : CreateEncoding.AUTO,
                dialect.name().equals("trtllm") ? Map.of("seconds", "duration") : Map.of());
    }

    private HttpClients http() {
        HttpClients http = HttpClients.basedOn(new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    requests.add(chain.request());
                    return chain.proceed(chain.request());
                })
                .addInterceptor(new SimulatorInterceptor(simulator))
                .build());
        return new HttpClients(
                onThisThread(http.reads()), onThisThread(http.submits()), onThisThread(http.downloads()));
    }

    private static OkHttpClient onThisThread(OkHttpClient client) {
        return client.newBuilder()
                .dispatcher(new Dispatcher(new DirectExecutor()))
                .build();
    }

    Path file(String name) {
        return home.resolve(name);
    }

    static CreateVideoRequest request(String prompt) {
        return new CreateVideoRequest(prompt, null, "720x1280", "4");
    }

    /** The result of a call, for which time moves on as it needs. */
    <T> T result(ApiCall<T> call) {
        return result(call.start());
    }

    <T> T result(CompletableFuture<T> call) {
        while (!call.isDone()) {
            time.runNext();
        }
        try {
            return call.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The id of a video that is finished. */
    String finished() {
        Video video = result(client.create(request("A cat")));
        time.advance(RENDER_TIME);
        if (!result(client.retrieve(video.id())).status().isSuccess()) {
            throw new AssertionError("It is not finished");
        }
        return video.id();
    }

    RunningRender start(SubmitRequest request) {
        return start(request, List.of(ContentVariant.VIDEO));
    }

    RunningRender start(SubmitRequest request, List<ContentVariant> variants) {
        RenderRecord record = RenderRecord.intended(
                        "render-1",
                        RenderRequest.of("studio", request),
                        "cat.mp4",
                        time.instant(),
                        Duration.ofMinutes(30),
                        Duration.ofSeconds(4))
                .fetching(variants);
        RenderContext context = new RenderContext(
                () -> client, written -> {}, listener, home.resolve("fetched"), shelf, VideoClaims.UNSHARED, true);
        return new RenderEngine(time.timing(), Runnable::run).start(record, request, context);
    }

    /** Moves time until nothing is left to be done. */
    void runOut() {
        while (time.pending() > 0) {
            time.runNext();
        }
    }

    long posts() {
        return simulator.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    List<String> paths() {
        return simulator.requests().stream().map(request -> request.path()).toList();
    }
}
