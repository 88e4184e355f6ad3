package io.jenkins.plugins.videogeneration.api;

import java.nio.file.Path;

/**
 * What a download left on disk.
 *
 * @param file the file that was written
 * @param contentType the media type that the service named, without parameters; null if it named none
 * @param bytes the file's length
 * @param sha256 the SHA-256 of the file's bytes, in lower-case hexadecimal
 */
public record DownloadedContent(Path file, String contentType, long bytes, String sha256) {

    /** The media type in words that can follow "1000 bytes of". */
    public Text typeInWords() {
        return typeInWords(contentType);
    }

    static Text typeInWords(String contentType) {
        return contentType == null
                ? Text.of("api.DownloadedContent.noType")
                : Text.verbatim(ErrorBody.clean(contentType));
    }
}
