package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.InMemoryJobStore;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import io.jenkins.plugins.videogeneration.simulator.SimulatorServer;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same engine with all that is real around it: sockets, threads, a pool of workers. Only the time leaps. */
class RenderOverHttpTest {

    /** A port of this machine that needs a privilege to listen at, and whose service nobody has. */
    private static final String NOBODY = "http://127.0.0.1:1/v1";

    @TempDir
    Path home;

    private final VirtualTime time = VirtualTime.leaping();
    private final VideosSimulator simulator = new VideosSimulator(
            SimulatorSettings.defaults().withKeys(KeyRule.exactly(Studio.KEY)).withTotalTime(Studio.RENDER_TIME),
            new InMemoryJobStore(),
            time,
            new Random(1));
    private final ExecutorService workers = Executors.newFixedThreadPool(3);
    private final HttpClients http = HttpClients.basedOn(new OkHttpClient());
    private final RecordingListener listener = new RecordingListener();
    private SimulatorServer server;
    private volatile String baseUrl;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(simulator, 0);
        baseUrl = server.baseUrl();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
        workers.shutdownNow();
    }

    @Test
    void aRenderIsDelivered() throws Exception {
        RecordingJournal journal = journal(1);
        RenderRecord record = outcome(start(1, journal, listener));
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(
                journal.phases().stream().distinct().toList(),
                contains(Phase.INTENDED, Phase.SUBMITTED, Phase.WAITING, Phase.FETCHING, Phase.DELIVERED));
        assertThat(
                Files.size(home.resolve("shelf").resolve("cat-1.mp4")),
                is(record.file().bytes()));
        assertThat(simulator.count(Operation.CREATE), is(1L));
    }

    @Test
    void rendersSideBySideAreEachDeliveredOnce() throws Exception {
        List<RunningRender> renders = IntStream.range(0, 12)
                .mapToObj(number -> start(number, journal(number), new RenderListener() {}))
                .toList();
        for (RunningRender render : renders) {
            assertThat(outcome(render).phase(), is(Phase.DELIVERED));
        }
        assertThat(simulator.count(Operation.CREATE), is(12L));
        assertThat(simulator.count(Operation.DOWNLOAD_CONTENT), is(12L));
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsFollowedByALookIntoTheList() throws Exception {
        simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        assertThat(outcome(start(1, journal(1), listener)).phase(), is(Phase.DELIVERED));
        assertThat(simulator.count(Operation.CREATE), is(1L));
        assertThat(simulator.count(Operation.LIST), is(1L));
    }

    @Test
    void aConnectionThatBreaksBeforeTheServiceActsLeavesTheRenderInDoubt() {
        simulator.inject(Operation.CREATE, 1, Fault.connectionLost());
        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> outcome(start(1, journal(1), listener)));
        assertThat(failure.getCause().getMessage(), containsString("may be running and may be charged"));
        assertThat(simulator.count(Operation.CREATE), is(1L));
    }

    @Test
    void aServiceThatCannotBeReachedEndsTheRenderWithoutDoubt() throws Exception {
        baseUrl = NOBODY;
        RecordingJournal journal = journal(1);
        ExecutionException failure = assertThrows(ExecutionException.class, () -> outcome(start(1, journal, listener)));
        assertThat(failure.getCause().getMessage(), containsString("no connection to 127.0.0.1"));
        assertThat(failure.getCause().getMessage(), not(containsString("may be running")));
        assertThat("what never left is in no doubt", simulator.requests(), is(empty()));
        assertThat(journal.onDisk().phase(), is(Phase.FAILED));
    }

    @Test
    void refusedConnectionsWhileWaitingAreWaitedOut() throws Exception {
        String real = baseUrl;
        String nobody = NOBODY;
        RecordingListener moving = new RecordingListener();
        moving.on("submitted", () -> baseUrl = nobody);
        moving.on("troubled", () -> {
            if (moving.troubles().size() == 3) {
                baseUrl = real;
            }
        });
        assertThat(outcome(start(1, journal(1), moving)).phase(), is(Phase.DELIVERED));
        assertThat(moving.troubles().size(), is(3));
        assertThat(simulator.count(Operation.CREATE), is(1L));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void aDownloadThatBreaksOffIsBegunAgain(int bytes) throws Exception {
        simulator.inject(Operation.DOWNLOAD_CONTENT, 2, Fault.cutAfter(bytes));
        RenderRecord record = outcome(start(1, journal(1), listener));
        assertThat(record.file().width(), is(720));
        assertThat(simulator.count(Operation.DOWNLOAD_CONTENT), is(3L));
    }

    private RecordingJournal journal(int number) {
        return new RecordingJournal(home.resolve("journal").resolve(number + ".json"));
    }

    private RunningRender start(int number, RenderJournal journal, RenderListener heard) {
        RenderRecord record = RenderRecord.intended(
                "render-" + number,
                RenderRequest.of("studio", Studio.CAT),
                "cat-" + number + ".mp4",
                time.instant(),
                Studio.TIMEOUT.multipliedBy(100),
                Studio.POLL);
        RenderContext context = new RenderContext(
                this::client,
                journal,
                heard,
                home.resolve("fetched"),
                new Shelf(home.resolve("shelf")),
                VideoClaims.UNSHARED,
                true);
        return new RenderEngine(time.timing(), workers).start(record, Studio.CAT, context);
    }

    private VideosClient client() {
        Endpoint endpoint = Endpoint.of(baseUrl, new Authentication.Bearer(new ApiKey(Studio.KEY)));
        return new VideosClient(endpoint, http, time.timing());
    }

    /** Waits in real time, but no longer than a test that has failed. */
    private static RenderRecord outcome(RunningRender render) throws Exception {
        return render.outcome().get(60, TimeUnit.SECONDS);
    }
}
