package io.jenkins.plugins.videogeneration.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.HttpUrl;

/**
 * The front on a port of 127.0.0.1, for clients in other processes and other languages. It uses {@value #THREADS} threads, whatever the
 * number of clients.
 *
 * <p>The JDK's server writes head and body of an answer apart, and with Nagle's algorithm on, as is its default, the second waits 40 ms for
 * the client's delayed acknowledgement. It is switched off by the system property {@code sun.net.httpserver.nodelay}, which the JDK reads
 * once, when its server is first used. {@link #start} sets it unless it is set already; a program that has used the JDK's server before has
 * to set it itself.
 */
public final class SimulatorServer implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(SimulatorServer.class.getName());
    private static final int THREADS = 8;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final VideosSimulator simulator;
    private final HttpServer server;
    private final HttpServer files;
    private final ExecutorService threads;

    private SimulatorServer(VideosSimulator simulator, HttpServer server, HttpServer files, ExecutorService threads) {
        this.simulator = simulator;
        this.server = server;
        this.files = files;
        this.threads = threads;
    }

    /**
     * Starts to listen, for signed files on a second port that is free: another port is another origin.
     *
     * @param port 0 for a free one
     * @throws IOException when the port is taken
     */
    public static SimulatorServer start(VideosSimulator simulator, int port) throws IOException {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        HttpServer server = listen(port);
        HttpServer files = simulator.settings().dialect().hasSignedFiles() ? listen(0) : null;
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "videos-simulator");
            thread.setDaemon(true);
            return thread;
        });
        SimulatorServer started = new SimulatorServer(simulator, server, files, threads);
        started.begin(server, false);
        if (files != null) {
            started.begin(files, true);
        }
        return started;
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return HttpServer.create(new InetSocketAddress(local, port), 0);
    }

    private void begin(HttpServer part, boolean asksForFiles) {
        FileHost host = new FileHost(HttpUrl.get(origin(files == null ? server : files)), asksForFiles);
        part.createContext("/", exchange -> handle(exchange, host));
        part.setExecutor(threads);
        part.start();
    }

    private static String origin(HttpServer part) {
        return "http://127.0.0.1:" + part.getAddress().getPort();
    }

    /** What a client is to be given: scheme, host, port and the dialect's base path, without a slash at the end. */
    public String baseUrl() {
        return origin(server) + simulator.settings().dialect().basePath();
    }

    /** The port that it listens on, also where 0 was asked for. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once; calls under way are broken off. */
    @Override
    public void close() {
        server.stop(0);
        if (files != null) {
            files.stop(0);
        }
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange, FileHost host) {
        // Closing an exchange that has not been answered breaks the connection, which is what a lost one looks like.
        try (exchange) {
            HttpExchanges.send(exchange, simulator.answer(HttpExchanges.received(exchange, host)));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Broke off a connection", e);
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.FINE, "Broke off a connection that does not speak HTTP", e);
        }
    }
}
