package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * An answer on its way.
 *
 * @param asked the request as it was made first, before any redirect: the one to name in an error
 * @param response status and headers
 * @param body not read yet; closed by whoever hands the answer out
 */
record HttpAnswer(Request asked, Response response, ResponseBody body) {

    boolean isSuccessful() {
        return response.isSuccessful();
    }

    String header(String name) {
        return response.header(name);
    }

    /** The media type without parameters, in the service's spelling, or null. */
    String contentType() {
        MediaType type = body.contentType();
        return type == null ? null : type.type() + "/" + type.subtype();
    }

    /** The body, cut off after so many bytes. */
    byte[] readAtMost(long limit) throws IOException {
        Buffer arrived = awaitAtMost(limit);
        return arrived.readByteArray(Math.min(limit, arrived.size()));
    }

    /** The body where it arrives, not much more of it than so many bytes: it is there until the answer is closed. */
    Buffer awaitAtMost(long limit) throws IOException {
        body.source().request(limit);
        return body.source().getBuffer();
    }
}
