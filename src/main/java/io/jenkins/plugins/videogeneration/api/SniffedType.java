package io.jenkins.plugins.videogeneration.api;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The media type that a file's first bytes tell, whatever its name is or a service says about it. */
public final class SniffedType {

    private SniffedType() {}

    /** For example {@code image/webp}; empty if nothing is known about such a file. */
    public static String of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            FileType type = FileTypeDetector.detectFileType(in);
            return type.getMimeType() == null ? "" : type.getMimeType();
        }
    }
}
