package io.jenkins.plugins.videogeneration.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import jenkins.util.VirtualFile;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * An artifact wherever it is stored, read from any place in it. One in a store with URLs of its own is asked for the
 * part alone, so that neither a jump near the end of a long video nor a first look at it brings the rest.
 */
final class StoredFile {

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

    /** The bytes from a range's first on; at least those before its end. */
    InputStream open(RequestedRange range) throws IOException {
        HttpUrl elsewhere = range.whole() ? null : externalUrl();
        return elsewhere == null ? skipped(file.open(), range.first()) : openElsewhere(elsewhere, range);
    }

    /** Null if the store has none that is fetched over HTTP. */
    private HttpUrl externalUrl() throws IOException {
        URL url = file.toExternalURL();
        return url == null ? null : HttpUrl.get(url);
    }

    private static InputStream openElsewhere(HttpUrl url, RequestedRange range) throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("Range", "bytes=" + range.first() + "-" + (range.end() - 1))
                .build();
        Response answer = StoreConnections.get().client().newCall(request).execute();
        return switch (answer.code()) {
            case HttpURLConnection.HTTP_PARTIAL -> answer.body().byteStream();
            // a store that does not know ranges
            case HttpURLConnection.HTTP_OK -> skipped(answer.body().byteStream(), range.first());
            default -> {
                answer.close();
                // its address may be signed, and is nobody's business
                throw new IOException("The artifact store answered " + answer.code());
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
