package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.FixedRandom;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.InMemoryJobStore;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorInterceptor;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * All that a render needs: a simulated service, an engine, a journal, a listener and a shelf for the videos. Everything
 * happens on the test's thread, and time moves only when the test moves it, so each test goes the same way every time.
 */
final class Studio {

    static final String KEY = "sk-studio-4711-not-to-be-written-down";
    static final CreateVideoRequest CAT = new CreateVideoRequest("A cat on a skateboard", "sora-2", "720x1280", "4");
    static final Duration TIMEOUT = Duration.ofMinutes(30);
    static final Duration POLL = Duration.ofSeconds(10);
    /** How long the service queues and renders a video. */
    static final Duration RENDER_TIME = Duration.ofSeconds(60);

    final VirtualTime time = VirtualTime.standingStill();
    final VideosSimulator simulator;
    final Wire wire = new Wire();
    final RecordingJournal journal;
    final RecordingListener listener = new RecordingListener();
    final Shelf shelf;
    /** Where videos are fetched to. */
    final Path folder;

    Supplier<VideosClient> client;
    VideoClaims claims = VideoClaims.UNSHARED;
    boolean deleteWhenCancelled = true;
    /** The process of now. */
    Life life = new Life(time.timing());

    Studio(Path home, Dialect dialect, PromptRule... rules) {
        this(home, SimulatorSettings.defaults().withDialect(dialect).withPromptRules(rules));
    }

    Studio(Path home, PromptRule... rules) {
        this(home, Dialect.reference(), rules);
    }

    private Studio(Path home, SimulatorSettings settings) {
        simulator = new VideosSimulator(
                settings.withKeys(KeyRule.exactly(KEY)).withTotalTime(RENDER_TIME),
                new InMemoryJobStore(),
                time,
                new Random(1));
        journal = new RecordingJournal(home.resolve("journal").resolve("render.json"));
        shelf = new Shelf(home.resolve("shelf"));
        folder = home.resolve("fetched");
        HttpClients http = onThisThread();
        Dialect dialect = settings.dialect();
        Endpoint endpoint = DialectStudio.endpoint(dialect, HttpUrl.get("https://videos.invalid" + dialect.basePath()));
        client = () -> new VideosClient(endpoint, http, life.timing());
    }

    private HttpClients onThisThread() {
        HttpClients http = HttpClients.basedOn(new OkHttpClient.Builder()
                .addInterceptor(wire)
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

    RenderEngine engine() {
        return new RenderEngine(life.timing(), life);
    }

    RenderContext context() {
        Life mine = life;
        RenderJournal mortalJournal = record -> {
            mine.step();
            journal.write(record);
            mine.step();
        };
        RenderDelivery mortalShelf = (record, from) -> {
            mine.step();
            shelf.deliver(record, from);
            mine.step();
        };
        return new RenderContext(
                () -> client.get(), mortalJournal, listener, folder, mortalShelf, claims, deleteWhenCancelled);
    }

    /** A context that fetches to a folder of the test's choice and delivers as the test likes. */
    RenderContext context(Supplier<Path> folders, RenderDelivery delivery) {
        RenderContext usual = context();
        return new RenderContext(
                "",
                usual.client(),
                usual.journal(),
                usual.listener(),
                folders,
                delivery,
                usual.claims(),
                deleteWhenCancelled,
                Admission.FREE);
    }

    /** Ends the process at once, and begins a new one that knows nothing but what lies on the disk. */
    void crash() {
        life.end();
        life = new Life(time.timing());
    }

    /** Lets chance fall this way from now on; 0.5 is the middle. */
    void chance(double value) {
        life = new Life(new Timing(time, time, new FixedRandom(value)));
    }

    /** A render of {@link #CAT} that is wanted from now on. */
    RenderRecord cat() {
        return intended(CAT);
    }

    RenderRecord intended(CreateVideoRequest request) {
        return RenderRecord.intended(
                "render-1", RenderRequest.of("studio", request), "cat.mp4", time.instant(), TIMEOUT, POLL);
    }

    RunningRender start() {
        return engine().start(cat(), CAT, context());
    }

    RunningRender resume(RenderRecord record) {
        return engine().resume(record, context());
    }

    /** Lets a service render a video that nobody here has asked for; its id. */
    String renderedElsewhere(CreateVideoRequest request) throws InterruptedException {
        return client.get().create(request).execute().id();
    }

    /** Moves time until the render has ended well. */
    RenderRecord finish(RunningRender render) {
        runOut(render);
        return render.outcome().join();
    }

    /** Moves time until the render has failed. */
    RenderException failure(RunningRender render) {
        runOut(render);
        try {
            throw new AssertionError(
                    "It did not fail, but ended as " + render.outcome().join());
        } catch (CompletionException e) {
            return (RenderException) e.getCause();
        }
    }

    /** Moves time until nothing is left to be done. */
    void runOut() {
        while (time.pending() > 0) {
            time.runNext();
        }
    }

    private void runOut(RunningRender render) {
        while (!render.outcome().isDone()) {
            time.runNext();
        }
    }

    /** The names of all files that lie where videos are fetched to. */
    List<String> fetchedFiles() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
