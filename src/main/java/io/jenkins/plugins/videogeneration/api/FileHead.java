package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first bytes of a file say that it is, whatever its content type was said to be. */
enum FileHead {
    MP4("video/mp4"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    /** JSON, HTML or XML: no content, but something that was said about it. */
    TEXT("text/plain"),
    UNKNOWN("application/octet-stream");

    private static final int BYTES = 64;

    private final String mediaType;

    FileHead(String mediaType) {
        this.mediaType = mediaType;
    }

    static FileHead of(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BYTES);
        }
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        if (head.startsWith("ftyp", 4)) {
            return MP4;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG")) {
            return PNG;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        String text = head.stripLeading();
        return text.startsWith("{") || text.startsWith("[") || text.startsWith("<") ? TEXT : UNKNOWN;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isVideo() {
        return this == MP4;
    }

    boolean isMedia() {
        return this != TEXT && this != UNKNOWN;
    }
}
