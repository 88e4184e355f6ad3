package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A service on a port of its own that answers what a test has scripted, in that order, and records what it was asked.
 * Asked more often than scripted it answers 418, so that a request too many shows in the count instead of hanging.
 */
public final class ScriptedService implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    public static final String KEY = "sk-nobody-may-see-this-key-0123456789";
    /** A job as the reference service answers a create. */
    public static final String QUEUED_JOB = "{\"id\":\"video_1\",\"object\":\"video\",\"status\":\"queued\"}";

    private static final String LOOPBACK = "127.0.0.1";

    private final VirtualTime time = VirtualTime.leaping();
    private MockWebServer server;
    private HttpClients http;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile boolean reached;
    private volatile Function<RecordedRequest, MockResponse> others = request -> null;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    /** For a service that is no extension of its test. */
    public void open() throws IOException {
        http = HttpClients.basedOn(new OkHttpClient());
        start(0);
    }

    @Override
    public void close() {
        stop();
        http.close();
    }

    /** Starts to listen, on the port given or on any if it is 0. */
    public void start(int port) throws IOException {
        QueueDispatcher script = new QueueDispatcher();
        script.setFailFast(new MockResponse.Builder()
                .code(418)
                .body("asked more often than scripted")
                .build());
        server = new MockWebServer();
        server.setDispatcher(script);
        server.start(InetAddress.getByName(LOOPBACK), port);
    }

    /** Nobody listens on the port from now on. */
    public void stop() {
        server.close();
    }

    public HttpUrl baseUrl() {
        // by number: the name of the host might have further addresses, at which nobody listens
        return server.url("/v1").newBuilder().host(LOOPBACK).build();
    }

    public Endpoint endpoint() {
        return endpoint(new Authentication.Bearer(new ApiKey(KEY)));
    }

    public Endpoint endpoint(Authentication authentication) {
        return Endpoint.of(baseUrl().toString(), authentication);
    }

    public HttpClients http() {
        return http;
    }

    /** The leaping time of {@link #client()}. */
    public VirtualTime time() {
        return time;
    }

    /** A client with the reference protocol's authentication, for which waiting takes no time. */
    public VideosClient client() {
        return client(endpoint());
    }

    public VideosClient client(Endpoint endpoint) {
        return new VideosClient(endpoint, http, time.timing());
    }

    public VideosClient client(VirtualTime otherTime) {
        return new VideosClient(endpoint(), http, otherTime.timing());
    }

    /** A client that gives up after so little silence; only for tests in which the service never answers. */
    public VideosClient impatientClient(Duration silence) {
        HttpClients impatient = new HttpClients(
                impatient(http.reads(), silence),
                impatient(http.submits(), silence),
                impatient(http.downloads(), silence));
        return new VideosClient(endpoint(), impatient, time.timing());
    }

    public void answer(MockResponse response) {
        server.enqueue(response);
    }

    public void answer(int status, String json) {
        answer(response(status, json).build());
    }

    /**
     * What becomes of the requests that {@link #answerAlways} is not for. Asked for each request.
     *
     * @param others the answer to one of them, or null if it is answered like all
     */
    public void except(Function<RecordedRequest, MockResponse> others) {
        this.others = others;
    }

    /** From now on every request is answered alike. */
    public void answerAlways(MockResponse response) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request.getRequestLine());
                MockResponse other = others.apply(request);
                return other == null ? response : other;
            }

            // asked before a request is read, for what happens by then
            @Override
            public MockResponse peek() {
                reached = true;
                return response;
            }
        });
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(LOOPBACK, server.getPort());
    }

    /** The start of an answer, for tests that add to it. */
    public static MockResponse.Builder response(int status, String json) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(json);
    }

    /**
     * How many requests came in. A request whose connection the script breaks may be counted after its caller has seen
     * the failure: {@link #takeRequest()} it first.
     */
    public int requestCount() {
        return server.getRequestCount();
    }

    /** Whether anybody has connected since {@link #answerAlways}, whatever became of it. */
    public boolean isReached() {
        return reached;
    }

    /** The first lines of the requests since {@link #answerAlways}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The next recorded request; fails if there is none. */
    public RecordedRequest takeRequest() throws InterruptedException {
        // requests are recorded before they are answered, so this waits only if the test is wrong or the call in flight
        RecordedRequest request = server.takeRequest(30, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("The service was not asked");
        }
        return request;
    }

    private static OkHttpClient impatient(OkHttpClient client, Duration silence) {
        return client.newBuilder().readTimeout(silence).build();
    }
}
