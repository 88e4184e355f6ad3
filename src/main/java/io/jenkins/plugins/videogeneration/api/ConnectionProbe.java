package io.jenkins.plugins.videogeneration.api;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Finds out how far one gets with a service: asks it once for one video of its list, which costs nothing, over a
 * connection of its own.
 */
public final class ConnectionProbe {

    private static final ListQuery ONE_VIDEO = new ListQuery(null, 1, null);
    private static final int PROXY_WANTS_PASSWORD = 407;

    private final Endpoint endpoint;
    private final HttpClients http;
    private final Timing timing;

    public ConnectionProbe(Endpoint endpoint, HttpClients http, Timing timing) {
        this.endpoint = endpoint;
        this.http = http;
        this.timing = timing;
    }

    /** @throws InterruptedException if the thread was interrupted; the call was cancelled */
    public ConnectionReport run() throws InterruptedException {
        ConnectionWatch watch = new ConnectionWatch(timing.clock());
        OkHttpClient fresh = http.reads()
                .newBuilder()
                // a kept connection would hide what it takes to make one
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .eventListenerFactory(watch::of)
                .build();
        VideosClient client = new VideosClient(endpoint, new HttpClients(fresh, fresh, fresh), timing);
        try {
            return report(
                    watch, null, null, client.list(ONE_VIDEO, RetryPolicy.ONCE).execute());
        } catch (VideosException e) {
            return report(watch, layer(e, watch), e, null);
        }
    }

    private static ConnectionReport report(
            ConnectionWatch watch, ConnectionLayer failed, VideosException failure, VideoPage page) {
        return new ConnectionReport(
                (InetSocketAddress) watch.proxy().address(),
                watch.took(),
                watch.handshake() == null ? null : ConnectionReport.Tls.of(watch.handshake()),
                watch.redirectedTo() == null ? null : baseUrl(watch.redirectedTo()),
                failed,
                failure,
                page);
    }

    /** What somebody would have to enter to get there without a redirect. */
    private static String baseUrl(HttpUrl listUrl) {
        String address = listUrl.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build()
                .toString();
        return address.replaceFirst("(/videos)?/?$", "");
    }

    private static ConnectionLayer layer(VideosException e, ConnectionWatch watch) {
        if (e.failure().status() == PROXY_WANTS_PASSWORD) {
            return ConnectionLayer.PROXY;
        }
        if (e instanceof VideosException.Connection) {
            return watch.stuckAt();
        }
        if (e instanceof VideosException.Authentication || e instanceof VideosException.Permission) {
            return ConnectionLayer.KEY;
        }
        return e instanceof VideosException.Unsupported ? ConnectionLayer.LIST : ConnectionLayer.ANSWER;
    }
}
