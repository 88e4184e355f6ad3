package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far one gets with a service, layer by layer, over real connections. */
@Timeout(60)
class ConnectionProbeTest {

    private static final Duration TICK = Duration.ofMillis(7);
    private static final String EMPTY_LIST = "{\"object\":\"list\",\"data\":[]}";

    private final MockWebServer service = new MockWebServer();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private OkHttpClient base = new OkHttpClient();

    @BeforeEach
    void open() throws Exception {
        service.start();
    }

    @AfterEach
    void close() {
        service.close();
        scheduler.shutdownNow();
    }

    @Test
    void measuresWhatItPassesThroughWithTheClockThatItIsGiven() throws Exception {
        HeldCertificate certificate = certificate();
        service.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        base = base.newBuilder()
                .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
                .build();
        service.enqueue(json(200, EMPTY_LIST));

        ConnectionReport report = probe("https://localhost:" + service.getPort() + "/v1");

        assertThat(report.failed(), nullValue());
        assertThat(
                report.times().keySet(),
                containsInAnyOrder(
                        ConnectionLayer.NAME,
                        ConnectionLayer.CONNECT,
                        ConnectionLayer.TLS,
                        ConnectionLayer.ANSWER,
                        ConnectionLayer.LIST));
        assertThat(
                report.times().values().stream()
                        .map(time -> time.toMillis() % TICK.toMillis())
                        .toList(),
                everyItem(is(0L)));
        assertThat(
                report.tls().certificateEnds(),
                is(certificate.certificate().getNotAfter().toInstant()));
        assertThat(report.page().videos(), hasSize(0));
        assertThat(service.takeRequest().getTarget(), is("/v1/videos?limit=1"));
    }

    @Test
    void asksOnceThoughTheServiceFails() throws Exception {
        service.enqueue(json(503, "{}"));
        service.enqueue(json(200, EMPTY_LIST));

        ConnectionReport report = probe(url());

        assertThat(report.failed(), is(ConnectionLayer.ANSWER));
        assertThat(report.failure(), instanceOf(VideosException.Server.class));
        assertThat(service.getRequestCount(), is(1));
    }

    @Test
    void knowsWhereABrokenConnectionBroke() throws Exception {
        assertThat(probe("http://studio.invalid/v1").failed(), is(ConnectionLayer.NAME));

        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> refuse(plain));
            String withoutTls = "https://127.0.0.1:" + plain.getLocalPort() + "/v1";
            assertThat("no TLS there", probe(withoutTls).failed(), is(ConnectionLayer.TLS));
            answer.join();
        }

        service.enqueue(json(200, EMPTY_LIST)
                .newBuilder()
                .setHeader("Content-Length", "1000")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        assertThat("in the middle of the list", probe(url()).failed(), is(ConnectionLayer.LIST));

        String gone = url();
        service.close();
        assertThat("nobody listens", probe(gone).failed(), is(ConnectionLayer.CONNECT));
    }

    /** As a server without TLS does, which cannot make anything of the greeting; MockWebServer may wait for more of it. */
    private static void refuse(ServerSocket plain) {
        try (Socket connection = plain.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsTheProxyFromTheService() throws Exception {
        base = base.newBuilder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(service.getHostName(), service.getPort())))
                .build();
        service.enqueue(json(200, EMPTY_LIST));
        ConnectionReport through = probe("http://studio.invalid/v1");
        assertThat(through.failed(), nullValue());
        assertThat(through.proxy().getPort(), is(service.getPort()));
        assertThat(through.times().get(ConnectionLayer.PROXY), notNullValue());

        service.enqueue(json(403, "{}"));
        assertThat("no tunnel", probe("https://studio.invalid/v1").failed(), is(ConnectionLayer.PROXY));

        service.enqueue(json(407, "{}"));
        assertThat("wants a password", probe("http://studio.invalid/v1").failed(), is(ConnectionLayer.PROXY));

        service.close();
        assertThat("is not there", probe("http://studio.invalid/v1").failed(), is(ConnectionLayer.PROXY));
    }

    @Test
    void doesNotTakeWhatARedirectLeadsToForTheService() throws Exception {
        service.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "http://elsewhere.invalid/videos")
                .build());

        ConnectionReport report = probe(url());

        assertThat(report.failed(), is(ConnectionLayer.ANSWER));
        assertThat(service.takeRequest().getHeaders().get("Authorization"), is("Bearer sesame"));
    }

    private ConnectionReport probe(String baseUrl) throws InterruptedException {
        Endpoint endpoint = Endpoint.of(baseUrl, new Authentication.Bearer(new ApiKey("sesame")));
        Timing system = Timing.system(scheduler);
        Timing ticking =
                new Timing(() -> now.getAndUpdate(instant -> instant.plus(TICK)), system.scheduler(), system.random());
        return new ConnectionProbe(endpoint, HttpClients.basedOn(base), ticking).run();
    }

    private String url() {
        return service.url("/v1").toString();
    }

    private static HeldCertificate certificate() {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .duration(1, TimeUnit.DAYS)
                .build();
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
