package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether what was downloaded is content, and not what a server says instead of it under whatever content type. */
final class ContentCheck {

    /** More than this of an error is of no use to anyone. */
    private static final int MAX_ERROR_BYTES = 256 * 1024;

    private final FailureReader failures;

    ContentCheck(FailureReader failures) {
        this.failures = failures;
    }

    /**
     * @return what was downloaded; where it came in a wrapping, what was in it
     * @throws VideosException if it is something else; the file is deleted then
     */
    DownloadedContent check(HttpAnswer answer, DownloadedContent content, ContentVariant variant) {
        Path file = content.file();
        try {
            FileHead head = FileHead.of(file);
            if (head == FileHead.TEXT && Base64Content.unwrap(file)) {
                head = FileHead.of(file);
                content = new DownloadedContent(file, head.mediaType(), Files.size(file), Sha256.of(file));
            }
            if (head == FileHead.TEXT) {
                byte[] said = beginning(file);
                Files.delete(file);
                throw failures.ofContent(answer, expected(variant), said);
            }
            if (variant != ContentVariant.VIDEO && head.isVideo()) {
                Files.delete(file);
                throw failures.ofMissingVariant(answer, variant);
            }
            return content;
        } catch (IOException e) {
            throw WordedIOException.notRead(file, e);
        }
    }

    static Text expected(ContentVariant variant) {
        return variant == ContentVariant.VIDEO
                ? Text.of("api.FailureReader.content")
                : Text.of("api.FailureReader.variant", variant.parameter());
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_ERROR_BYTES);
        }
    }
}
