package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file that goes along with a request. It is streamed from the disk when it is sent.
 *
 * @param file where it is
 * @param mediaType what it really is, found out from its content; services refuse parts of unknown type
 * @param bytes its length
 * @param sha256 of its content, in lower-case hexadecimal
 */
public record Upload(Path file, String mediaType, long bytes, String sha256) {

    /**
     * @param field the name of the field as the user writes it
     * @throws InvalidRequestException if the file is missing, empty, or neither an image nor a video
     * @throws IOException if it can't be read
     */
    public static Upload of(String field, Path file) throws IOException {
        return of(field, file, file.toString());
    }

    /** @param shown what the user calls the file, if it lies here as a copy */
    public static Upload of(String field, Path file, String shown) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidRequestException(field, Text.of("api.Upload.missing", shown));
        }
        long bytes = Files.size(file);
        if (bytes == 0) {
            throw new InvalidRequestException(field, Text.of("api.Upload.empty", shown));
        }
        String mediaType = SniffedType.of(file);
        if (!mediaType.startsWith("image/") && !mediaType.startsWith("video/")) {
            throw new InvalidRequestException(field, Text.of("api.Upload.unknown", shown));
        }
        return new Upload(file, mediaType, bytes, Sha256.of(file));
    }

    /** The name under which it is sent: it tells the type, and nothing about where the file lies. */
    public String fileName() {
        String type = mediaType.substring(mediaType.indexOf('/') + 1);
        String extension = type.equals("quicktime") ? "mov" : type.toLowerCase(Locale.ROOT);
        return (isImage() ? "image." : "video.") + extension;
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
