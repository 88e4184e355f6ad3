package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import okhttp3.Headers;

/** Answers that carry a file. */
final class FileAnswers {

    private FileAnswers() {}

    static ApiResponse whole(MediaFile file) {
        return ApiResponse.of(200, file.contentType(), file.bytes()).with("etag", file.etag());
    }

    /** The file, or as much of it as the request asks for. */
    static ApiResponse asAskedFor(Headers request, MediaFile file) {
        int length = file.bytes().length;
        Optional<ByteRange> range = ByteRange.requested(request, file.etag(), length);
        ApiResponse response = range.map(part -> partial(file, part, length)).orElseGet(() -> whole(file));
        return response.with("accept-ranges", "bytes").with("etag", file.etag());
    }

    static ApiResponse firstHalf(MediaFile file) {
        byte[] half = Arrays.copyOf(file.bytes(), file.bytes().length / 2);
        return ApiResponse.of(200, file.contentType(), half);
    }

    static ApiResponse base64(Job job, MediaFile file) {
        String text = Base64.getEncoder().encodeToString(file.bytes());
        return ApiResponse.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", job.id())
                        .put("format", file.contentType())
                        .put("b64_json", text));
    }

    private static ApiResponse partial(MediaFile file, ByteRange part, int length) {
        if (part.isEmpty()) {
            return ApiResponse.of(416, file.contentType(), new byte[0]).with("content-range", "bytes */" + length);
        }
        return ApiResponse.of(206, file.contentType(), part.of(file.bytes()))
                .with("content-range", "bytes " + part.first() + "-" + (part.end() - 1) + "/" + length);
    }
}
