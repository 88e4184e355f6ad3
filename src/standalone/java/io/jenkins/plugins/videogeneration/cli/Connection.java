package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;

/** A client of one service, with the threads and connections that it needs. */
final class Connection implements AutoCloseable {

    private final String name;
    private final VideosClient client;
    private final Timing timing;
    private final ScheduledExecutorService scheduler;
    private final HttpClients http;
    private final Runnable afterwards;

    /**
     * @param name what people call the service
     * @param base carries the requests
     * @param afterwards frees what else belongs to the connection
     */
    Connection(String name, Endpoint endpoint, OkHttpClient base, Runnable afterwards) {
        this.name = name;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "videos");
            thread.setDaemon(true);
            return thread;
        });
        this.http = HttpClients.basedOn(base);
        this.timing = Timing.system(scheduler);
        this.client = new VideosClient(endpoint, http, timing);
        this.afterwards = afterwards;
    }

    /** What people call the service: its address, or {@code simulator}. */
    String name() {
        return name;
    }

    VideosClient client() {
        return client;
    }

    Timing timing() {
        return timing;
    }

    /** The one thread for what happens later. */
    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        http.close();
        afterwards.run();
    }
}
