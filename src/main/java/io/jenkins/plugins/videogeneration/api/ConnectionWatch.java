package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Response;

/** Notes how long each layer of one call took. OkHttp may try several addresses at once: the first try begins a layer. */
final class ConnectionWatch extends EventListener {

    private final InstantSource clock;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private final Map<ConnectionLayer, Instant> begun = new EnumMap<>(ConnectionLayer.class);
    private final Map<ConnectionLayer, Duration> took = new EnumMap<>(ConnectionLayer.class);
    private Instant ended;
    private Proxy proxy = Proxy.NO_PROXY;
    private Handshake handshake;
    private HttpUrl redirectedTo;

    ConnectionWatch(InstantSource clock) {
        this.clock = clock;
    }

    /** For the first call alone: what a redirect leads to is no layer of the service. */
    EventListener of(Call call) {
        if (inUse.compareAndSet(false, true)) {
            return this;
        }
        redirected(call.request().url());
        return NONE;
    }

    private synchronized void redirected(HttpUrl target) {
        redirectedTo = target;
    }

    /** Where the service's last redirect led that was followed; null if there was none. */
    synchronized HttpUrl redirectedTo() {
        return redirectedTo;
    }

    synchronized Proxy proxy() {
        return proxy;
    }

    /** Null without TLS. */
    synchronized Handshake handshake() {
        return handshake;
    }

    /** How long each layer took that was begun; one that came to no end took until the call was over. */
    synchronized Map<ConnectionLayer, Duration> took() {
        Map<ConnectionLayer, Duration> all = new EnumMap<>(took);
        if (ended != null) {
            begun.forEach((layer, start) -> all.putIfAbsent(layer, Duration.between(start, ended)));
        }
        return all;
    }

    /** The layer that has begun and did not come to its end; the answer if all of them did. */
    synchronized ConnectionLayer stuckAt() {
        return begun.keySet().stream()
                .filter(layer -> !took.containsKey(layer))
                .findFirst()
                .orElse(ConnectionLayer.ANSWER);
    }

    private synchronized void begin(ConnectionLayer layer) {
        begun.putIfAbsent(layer, clock.instant());
    }

    private synchronized void end(ConnectionLayer layer) {
        if (begun.containsKey(layer)) {
            took.putIfAbsent(layer, Duration.between(begun.get(layer), clock.instant()));
        }
    }

    /** Behind a proxy all that we see until TLS is the proxy. */
    private synchronized ConnectionLayer orProxy(ConnectionLayer layer) {
        return proxy.type() == Proxy.Type.DIRECT ? layer : ConnectionLayer.PROXY;
    }

    @Override
    public synchronized void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        proxy = proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        begin(orProxy(ConnectionLayer.NAME));
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> inetAddressList) {
        end(ConnectionLayer.NAME);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress inetSocketAddress, Proxy used) {
        begin(orProxy(ConnectionLayer.CONNECT));
    }

    @Override
    public void secureConnectStart(Call call) {
        end(orProxy(ConnectionLayer.CONNECT));
        begin(ConnectionLayer.TLS);
    }

    @Override
    public synchronized void secureConnectEnd(Call call, Handshake made) {
        handshake = made;
        end(ConnectionLayer.TLS);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress inetSocketAddress, Proxy used, Protocol protocol) {
        end(orProxy(ConnectionLayer.CONNECT));
    }

    @Override
    public void requestHeadersStart(Call call) {
        begin(ConnectionLayer.ANSWER);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        end(ConnectionLayer.ANSWER);
    }

    @Override
    public void responseBodyStart(Call call) {
        begin(ConnectionLayer.LIST);
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        end(ConnectionLayer.LIST);
    }

    @Override
    public synchronized void callFailed(Call call, IOException e) {
        ended = clock.instant();
    }
}
