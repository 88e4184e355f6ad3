package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import io.jenkins.plugins.videogeneration.simulator.SimulatorServer;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole renders over real connections: signed URLs are on another port, and so on another origin. */
class DialectsOverHttpTest {

    @TempDir
    Path home;

    static List<String> names() {
        return Dialect.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRenderIsDelivered(String name) throws Exception {
        Dialect dialect = Dialect.named(name);
        VideosSimulator simulator = new VideosSimulator(SimulatorSettings.defaults()
                .withDialect(dialect)
                .withKeys(KeyRule.exactly(DialectStudio.KEY))
                .withTotalTime(Duration.ofMillis(100)));
        ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
        try (SimulatorServer server = SimulatorServer.start(simulator, 0);
                HttpClients http = HttpClients.basedOn(new OkHttpClient())) {
            Timing timing = Timing.system(threads);
            VideosClient client =
                    new VideosClient(DialectStudio.endpoint(dialect, HttpUrl.get(server.baseUrl())), http, timing);
            Shelf shelf = new Shelf(home.resolve("shelf"));
            RenderContext context = new RenderContext(
                    () -> client,
                    record -> {},
                    new RecordingListener(),
                    home.resolve("fetched"),
                    shelf,
                    VideoClaims.UNSHARED,
                    true);
            var request = DialectStudio.request("A cat");
            RenderRecord record = RenderRecord.intended(
                    "render-1",
                    RenderRequest.of("studio", request),
                    "cat.mp4",
                    Instant.now(),
                    Duration.ofMinutes(2),
                    Duration.ofMillis(100));
            RenderRecord delivered = new RenderEngine(timing, threads)
                    .start(record, request, context)
                    .outcome()
                    .get(2, TimeUnit.MINUTES);
            assertThat(delivered.phase(), is(Phase.DELIVERED));
            assertThat(delivered.file().durationSeconds(), is(4.0));
            assertThat(simulator.count(Operation.CREATE), is(1L));
        } finally {
            threads.shutdownNow();
        }
    }
}
