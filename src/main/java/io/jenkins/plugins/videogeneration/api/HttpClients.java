package io.jenkins.plugins.videogeneration.api;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The three ways to talk to a service, made once and shared by all its clients: connections and threads belong to these,
 * not to a render. Each way has threads of its own, so that none queues behind another. A service that hangs keeps all
 * of them busy, so services that shall not suffer from each other have their own.
 *
 * @param reads short questions
 * @param submits paid requests
 * @param downloads contents
 */
public record HttpClients(OkHttpClient reads, OkHttpClient submits, OkHttpClient downloads) implements AutoCloseable {

    /** A server that does not take a connection within this time is down or behind a firewall. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** Questions are answered from memory; a minute covers a gateway that asks another service first. */
    static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
    /** Some servers answer a create only when the model is loaded; an answer given up on may be a paid render. */
    static final Duration SUBMIT_TIMEOUT = Duration.ofMinutes(5);
    /** Long enough to send a gigabyte of reference; the end of an answer that trickles in for ever. */
    static final Duration SUBMIT_CALL_TIMEOUT = Duration.ofHours(1);
    /** Gateways buffer the whole video before the first byte. */
    static final Duration DOWNLOAD_STALL_TIMEOUT = Duration.ofMinutes(5);

    /** Enough for the largest video on a slow line. Where the service offers parts, the next attempt goes on from there. */
    static final Duration DOWNLOAD_CALL_TIMEOUT = Duration.ofHours(6);

    /** However many renders wait: what they ask is answered at once, or not worth a further thread. */
    public static final int READS = 3;

    /** A server may answer only when a model is loaded, so these are more. */
    private static final int SUBMITS = 16;

    private static final int DOWNLOADS = 4;
    private static final int IDLE_SECONDS = 5;

    /** @param base proxy, TLS and interceptors are taken from it; its time-outs, redirects and sockets are not */
    public static HttpClients basedOn(OkHttpClient base) {
        OkHttpClient reads = base.newBuilder()
                .dispatcher(threads("video-generation-reads", READS))
                // redirects are followed by RedirectRule, which knows where a key may go
                .followRedirects(false)
                .followSslRedirects(false)
                .eventListenerFactory(SendTracker.FACTORY)
                .addNetworkInterceptor(new HiddenRepeats())
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                .writeTimeout(READ_TIMEOUT)
                // no longer than the others: OkHttp wakes a thread for each time-out that is the next to come
                .callTimeout(READ_TIMEOUT)
                .build();
        OkHttpClient submits = reads.newBuilder()
                .dispatcher(threads("video-generation-submits", SUBMITS))
                // OkHttp would otherwise send a body again on a fresh connection when a kept one breaks
                .retryOnConnectionFailure(false)
                // no kept connections: one that the server has closed meanwhile fails as if the request had been sent
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .readTimeout(SUBMIT_TIMEOUT)
                .writeTimeout(SUBMIT_TIMEOUT)
                .callTimeout(SUBMIT_CALL_TIMEOUT)
                .build();
        OkHttpClient downloads = reads.newBuilder()
                .dispatcher(threads("video-generation-downloads", DOWNLOADS))
                .socketFactory(new WideSockets())
                .readTimeout(DOWNLOAD_STALL_TIMEOUT)
                .callTimeout(DOWNLOAD_CALL_TIMEOUT)
                .build();
        return new HttpClients(reads, submits, downloads);
    }

    /** Ends the threads and closes the connections. */
    @Override
    public void close() {
        reads.dispatcher().executorService().shutdown();
        submits.dispatcher().executorService().shutdown();
        downloads.dispatcher().executorService().shutdown();
        reads.connectionPool().evictAll();
    }

    /** What comes when all threads are busy waits for one of them. */
    private static Dispatcher threads(String name, int most) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return new Dispatcher(threads);
    }
}
