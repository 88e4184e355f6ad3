package io.jenkins.plugins.videogeneration.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * A service in a process of its own that has one finished video, called {@code big}: a real one, made longer by a box
 * of nothing that players skip. It sends it from memory, so that the client is what limits.
 */
public final class BigVideo implements AutoCloseable {

    private static final int PIECE = 1 << 20;
    private static final int BOX_HEAD = 8;

    private final Process process;
    private final String baseUrl;

    private BigVideo(Process process) throws IOException {
        this.process = process;
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        this.baseUrl = answers.readLine();
    }

    /**
     * @param video a small MP4
     * @param mebibytes how much is added
     */
    public static BigVideo start(Path video, int mebibytes) throws IOException {
        return new BigVideo(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigVideo.class.getName(),
                        video.toString(),
                        String.valueOf(mebibytes))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    public String baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The process; it ends with the standard input. */
    public static void main(String... args) throws IOException {
        byte[] video = Files.readAllBytes(Path.of(args[0]));
        int pieces = Integer.parseInt(args[1]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/videos/big", exchange -> status(exchange));
        server.createContext("/v1/videos/big/content", exchange -> content(exchange, video, pieces));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        InputStream end = System.in;
        while (end.read() >= 0) {
            // nothing is said here
        }
        server.stop(0);
    }

    private static void status(HttpExchange exchange) throws IOException {
        byte[] json = "{\"id\":\"big\",\"object\":\"video\",\"status\":\"completed\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(json);
        }
    }

    private static void content(HttpExchange exchange, byte[] video, int pieces) throws IOException {
        long added = (long) pieces * PIECE;
        exchange.getResponseHeaders().set("Content-Type", "video/mp4");
        exchange.sendResponseHeaders(200, video.length + added);
        byte[] piece = new byte[PIECE];
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(video);
            // size and name of the box, which reaches to the end
            body.write(ByteBuffer.allocate(BOX_HEAD)
                    .putInt((int) added)
                    .put("free".getBytes(StandardCharsets.US_ASCII))
                    .array());
            body.write(piece, 0, PIECE - BOX_HEAD);
            for (int i = 1; i < pieces; i++) {
                body.write(piece);
            }
        }
    }
}
