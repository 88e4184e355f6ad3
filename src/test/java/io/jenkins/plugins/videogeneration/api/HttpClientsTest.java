package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpClientsTest {

    private static final Proxy PROXY =
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example.com", 3128));
    private static final Interceptor INTERCEPTOR = chain -> chain.proceed(chain.request());

    private final HttpClients clients = HttpClients.basedOn(
            new OkHttpClient.Builder().proxy(PROXY).addInterceptor(INTERCEPTOR).build());

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void keepWhatTheBaseKnowsAboutTheNetwork() {
        for (OkHttpClient client : all()) {
            assertThat(client.proxy(), is(PROXY));
            assertThat(client.interceptors(), is(List.of(INTERCEPTOR)));
        }
    }

    @Test
    void followNoRedirectBehindOurBack() {
        for (OkHttpClient client : all()) {
            assertThat(client.followRedirects(), is(false));
            assertThat(client.followSslRedirects(), is(false));
        }
    }

    @Test
    void neverRepeatAPaidRequestByThemselves() {
        assertThat(clients.submits().retryOnConnectionFailure(), is(false));
        assertThat(
                clients.submits().connectionPool(),
                not(sameInstance(clients.reads().connectionPool())));
    }

    @Test
    void giveEachCallItsOwnPatience() {
        assertThat(deadlines(clients.reads()), is(List.of(10, 60, 60, 60)));
        assertThat("it may be paid for", deadlines(clients.submits()), is(List.of(10, 300, 300, 3600)));
        assertThat("it is large", deadlines(clients.downloads()), is(List.of(10, 300, 60, 21600)));
    }

    /** To connect, between two reads, between two writes, and for the whole call, in seconds. */
    private static List<Integer> deadlines(OkHttpClient client) {
        return Stream.of(
                        client.connectTimeoutMillis(),
                        client.readTimeoutMillis(),
                        client.writeTimeoutMillis(),
                        client.callTimeoutMillis())
                .map(millis -> millis / 1000)
                .toList();
    }

    @Test
    void letQuestionsQueueNeitherBehindDownloadsNorBehindPaidRequests() {
        for (OkHttpClient slow : List.of(clients.downloads(), clients.submits())) {
            assertThat(slow.dispatcher(), not(sameInstance(clients.reads().dispatcher())));
        }
        assertThat(
                clients.downloads().dispatcher(),
                not(sameInstance(clients.submits().dispatcher())));
    }

    @Test
    void endTheirThreadsWhenClosed() {
        clients.close();

        for (OkHttpClient client : all()) {
            assertThat(client.dispatcher().executorService().isShutdown(), is(true));
        }
    }

    private List<OkHttpClient> all() {
        return List.of(clients.reads(), clients.submits(), clients.downloads());
    }
}
