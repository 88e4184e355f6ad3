package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults look the same through both fronts. */
class FaultTest {

    enum Front {
        IN_PROCESS,
        HTTP
    }

    private final TurnableClock clock = new TurnableClock();
    private final VideosSimulator simulator = new VideosSimulator(
            SimulatorSettings.defaults().withTotalTime(Duration.ZERO), new InMemoryJobStore(), clock, new Random(1));
    private SimulatorServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextCallsAnswerAStatusAndHaveNoEffect(Front front) throws IOException {
        ApiClient client = client(front);
        simulator.inject(Operation.CREATE, 2, Fault.status(503));
        simulator.inject(Operation.CREATE, 1, Fault.status(429, Map.of("retry-after-ms", "20")));
        assertError(create(client), 503, null);
        assertError(create(client), 503, null);
        ApiClient.Answer limited = create(client);
        assertError(limited, 429, null);
        assertThat(limited.headers().get("retry-after-ms"), is("20"));
        assertThat(client.get("/videos").json().get("data").size(), is(0));
        assertThat(create(client).status(), is(200));
        assertThat(simulator.count(Operation.CREATE), is(4L));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerCanBeAnything(Front front) throws IOException {
        ApiClient client = client(front);
        simulator.inject(
                Operation.LIST, 1, Fault.answer(502, Map.of("content-type", "text/html"), "<h1>Bad Gateway</h1>"));
        ApiClient.Answer answer = client.get("/videos");
        assertThat(answer.status(), is(502));
        assertThat(answer.headers().get("content-type"), is("text/html"));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8), is("<h1>Bad Gateway</h1>"));
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsLostBeforeTheCallLeavesNothingBehind(Front front) throws IOException {
        ApiClient client = client(front);
        simulator.inject(Operation.CREATE, 1, Fault.connectionLost());
        assertThrows(IOException.class, () -> create(client));
        assertThat(client.get("/videos").json().get("data").size(), is(0));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatIsLostLeavesAJobBehind(Front front) throws IOException {
        ApiClient client = client(front);
        simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        assertThrows(IOException.class, () -> create(client));
        assertThat(client.get("/videos").json().get("data").size(), is(1));
        assertThat(simulator.count(Operation.CREATE), is(1L));
    }

    @ParameterizedTest
    @EnumSource
    void aDownloadThatIsCutCanBeResumed(Front front) throws IOException {
        ApiClient client = client(front);
        String path = "/videos/" + create(client).json().get("id").textValue() + "/content";
        simulator.inject(Operation.DOWNLOAD_CONTENT, 1, Fault.cutAfter(1000));
        assertThrows(IOException.class, () -> client.get(path));
        ApiClient.Answer rest = client.send(client.request(path).header("Range", "bytes=1000-"));
        assertThat(rest.status(), is(206));
        assertThat(rest.body().length, is(client.get(path).body().length - 1000));
    }

    private ApiClient client(Front front) throws IOException {
        if (front == Front.IN_PROCESS) {
            return ApiClient.inProcess(simulator);
        }
        server = SimulatorServer.start(simulator, 0);
        return ApiClient.over(server);
    }

    private static ApiClient.Answer create(ApiClient client) throws IOException {
        return client.postJson("/videos", "{\"prompt\":\"A cat\"}");
    }
}
