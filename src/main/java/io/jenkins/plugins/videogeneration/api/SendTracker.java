package io.jenkins.plugins.videogeneration.api;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Watches one HTTP call for the proof that its request was not sent: the search for a connection began, and none was
 * had. It travels as the request's tag. Without that proof the request counts as sent.
 */
final class SendTracker extends EventListener {

    static final EventListener.Factory FACTORY = SendTracker::of;

    private volatile boolean searchedForConnection;
    private volatile boolean hadConnection;

    private static EventListener of(Call call) {
        SendTracker tracker = call.request().tag(SendTracker.class);
        return tracker == null ? EventListener.NONE : tracker;
    }

    /** The request with this as its tag; one without a body does nothing at the service, sent or not, and needs none. */
    Request watching(Request request) {
        return request.body() == null
                ? request
                : request.newBuilder().tag(SendTracker.class, this).build();
    }

    boolean provesNothingWasSent() {
        return searchedForConnection && !hadConnection;
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        searchedForConnection = true;
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        searchedForConnection = true;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress inetSocketAddress, Proxy proxy) {
        searchedForConnection = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        hadConnection = true;
    }
}
