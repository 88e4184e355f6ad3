package io.jenkins.plugins.videogeneration.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Okio;

/** Translates between the JDK's HTTP server and the core. */
final class HttpExchanges {

    /** A client that is still sending reads no answer: so much of a body that nobody wanted is taken in first. */
    private static final long MOST_DRAINED = 64 << 20;

    private HttpExchanges() {}

    /**
     * @param files where signed files are, and whether this came there
     * @throws IllegalArgumentException when the request is no HTTP that can be answered
     */
    static ApiRequest received(HttpExchange exchange, FileHost files) {
        Headers.Builder headers = new Headers.Builder();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> headers.addUnsafeNonAscii(name, value)));
        return new ApiRequest(
                exchange.getRequestMethod(),
                url(exchange.getRequestURI()),
                headers.build(),
                Okio.buffer(Okio.source(exchange.getRequestBody())),
                files);
    }

    /** Sends an answer; breaks off where it says so. */
    static void send(HttpExchange exchange, ApiResponse answer) throws IOException {
        drain(exchange.getRequestBody());
        answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.getFirst(), header.getSecond()));
        byte[] body = answer.body();
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            // To the JDK's server a length of -1 means "none", and 0 "not known".
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, answer.cutAfter().orElse(body.length));
        out.flush();
        if (answer.cutAfter().isEmpty()) {
            out.close();
        }
        // a stream that was closed too early would keep the JDK's server from breaking the connection with the exchange
    }

    private static HttpUrl url(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        // The core looks at path and query alone.
        return HttpUrl.get("http://127.0.0.1" + uri.getRawPath() + query);
    }

    private static void drain(InputStream body) throws IOException {
        byte[] chunk = new byte[8192];
        long drained = 0;
        for (int read = body.read(chunk); read >= 0 && drained < MOST_DRAINED; read = body.read(chunk)) {
            drained += read;
        }
    }
}
