package io.jenkins.plugins.videogeneration.gallery;

import hudson.ProxyConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import jenkins.util.VirtualFile;

/**
 * An artifact wherever it is stored, read from any place in it. One in a store with URLs of its own is asked for from
 * there on, so that a jump near the end of a long video does not bring all that lies before it.
 */
final class StoredFile {

    /** A store that says nothing for so long is down; the transfer itself may take longer. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final VirtualFile file;

    StoredFile(VirtualFile file) {
        this.file = file;
    }

    boolean exists() throws IOException {
        return file.isFile();
    }

    long length() throws IOException {
        return file.length();
    }

    /** The bytes from a place on; at least those before {@code end}. */
    InputStream open(long first, long end) throws IOException, InterruptedException {
        URL external = file.toExternalURL();
        if (external != null && first > 0) {
            return openElsewhere(external, first, end);
        }
        return skipped(file.open(), first);
    }

    private static InputStream openElsewhere(URL url, long first, long end) throws IOException, InterruptedException {
        HttpRequest request;
        try {
            request = ProxyConfiguration.newHttpRequestBuilder(url.toURI())
                    .header("Range", "bytes=" + first + "-" + (end - 1))
                    .timeout(ANSWER_TIMEOUT)
                    .build();
        } catch (URISyntaxException e) {
            throw new IOException("The artifact store gave an address that is none", e);
        }
        HttpClient client = ProxyConfiguration.newHttpClientBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        return switch (answer.statusCode()) {
            case HttpURLConnection.HTTP_PARTIAL -> answer.body();
            // a store that does not know ranges
            case HttpURLConnection.HTTP_OK -> skipped(answer.body(), first);
            default -> {
                answer.body().close();
                // its address may be signed, and is nobody's business
                throw new IOException("The artifact store answered " + answer.statusCode());
            }
        };
    }

    private static InputStream skipped(InputStream stream, long bytes) throws IOException {
        try {
            stream.skipNBytes(bytes);
            return stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }
}
