package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorServerTest {

    private static final Limits SMALL = new Limits(1000, 100_000, 1000, Duration.ofHours(1), 100, 1 << 20);

    private final VideosSimulator simulator = new VideosSimulator(
            SimulatorSettings.defaults().withTotalTime(Duration.ZERO).withLimits(SMALL));
    private SimulatorServer server;
    private ApiClient client;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(simulator, 0);
        client = ApiClient.over(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksTheServerOfTheJdkNotToWaitBetweenHeadAndBody() {
        assertThat(System.getProperty("sun.net.httpserver.nodelay"), is("true"));
    }

    @Test
    void servesAWholeRender() throws IOException {
        assertThat(server.baseUrl(), is("http://127.0.0.1:" + server.port() + "/v1"));
        MultipartBody form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", "A cat")
                .addFormDataPart("size", "1280x720")
                .build();
        String id = client.post("/videos", form).json().get("id").textValue();
        assertThat(client.get("/videos/" + id).json().get("status").textValue(), is("completed"));
        ApiClient.Answer content = client.get("/videos/" + id + "/content");
        assertThat(content.headers().get("content-type"), is("video/mp4"));
        assertThat(content.headers().get("content-length"), is(Integer.toString(content.body().length)));
        assertThat(new String(content.body(), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        assertThat(client.get("/videos").json().get("data").size(), is(1));
        assertThat(client.delete("/videos/" + id).json().get("deleted").booleanValue(), is(true));
        assertThat(client.get("/videos/" + id).status(), is(404));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedEvenThoughTheClientIsStillSending() throws IOException {
        assertError(client.postJson("/videos", "{\"prompt\":\"" + "a".repeat(1 << 20) + "\"}"), 413, null);
        MultipartBody form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("name", "A")
                .addFormDataPart("video", "a.mp4", RequestBody.create(new byte[5 << 20], MediaType.get("video/mp4")))
                .build();
        assertError(client.post("/videos/characters", form), 413, null);
    }

    @Test
    void manyClientsAtOnceGetTheirOwnAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<String>> ids = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String prompt = "Cat " + i;
                ids.add(threads.submit(() -> client.postJson("/videos", "{\"prompt\":\"" + prompt + "\"}")
                        .json()
                        .get("id")
                        .textValue()));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(
                        client.get("/videos/" + ids.get(i).get())
                                .json()
                                .get("prompt")
                                .textValue(),
                        is("Cat " + i));
            }
            assertThat(simulator.count(Operation.CREATE), is(200L));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aHeadHasNoBody() throws IOException {
        ApiClient.Answer head = client.send(client.request("/videos").head());
        assertThat(head.status(), is(405));
        assertThat(head.body().length, is(0));
    }

    @Test
    void oddRequestsAreAnsweredAndTheServerGoesOn() throws IOException {
        assertThat(raw("GET /v1/videos/%zz HTTP/1.1\r\nHost: x\r\n\r\n"), startsWith("HTTP/1.1 400"));
        assertThat(raw("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), startsWith("HTTP/1.1 404"));
        assertThat(raw("nonsense\r\n\r\n"), startsWith("HTTP/1.1 400"));
        assertThat(
                raw("GET //elsewhere/v1/videos HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                startsWith("HTTP/1.1 401"));
        assertThat(client.get("/videos").status(), is(200));
    }

    @Test
    void severalFrontsCanShareOneSimulator() throws IOException {
        ApiClient inProcess = ApiClient.inProcess(simulator);
        String id = inProcess
                .postJson("/videos", "{\"prompt\":\"A cat\"}")
                .json()
                .get("id")
                .textValue();
        assertThat(client.get("/videos/" + id).status(), is(200));
    }

    @Test
    void afterTheEndNobodyListens() {
        server.close();
        assertThrows(ConnectException.class, () -> client.get("/videos"));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
