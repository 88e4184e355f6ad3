package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What a download may take of this machine, and how slow it may be.
 *
 * @param maxBytes the largest content that is taken
 * @param space knows how much the disk still takes
 * @param window in each of these a download has to get {@code minimum} further, or it counts as broken
 * @param minimum in bytes; a server that sends a byte a minute would otherwise keep a render for ever
 */
public record DownloadLimits(long maxBytes, FreeSpace space, Duration window, long minimum) {

    /** Nothing but the disk limits the size; five minutes have to bring a megabyte, less than a modem did. */
    public static final DownloadLimits NONE =
            new DownloadLimits(Long.MAX_VALUE, FreeSpace.OF_THE_DISK, Duration.ofMinutes(5), 1_000_000);

    public DownloadLimits {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("The largest content has " + maxBytes + " bytes: that is none at all");
        }
        Objects.requireNonNull(space, "space");
    }

    public DownloadLimits withMaxBytes(long bytes) {
        return new DownloadLimits(bytes, space, window, minimum);
    }

    /** @throws ContentTooLargeException if so many bytes are more than is taken */
    void checkSize(long bytes) {
        if (bytes > maxBytes) {
            throw new ContentTooLargeException(bytes, maxBytes);
        }
    }

    /** @throws UncheckedIOException if the disk does not take so many bytes more */
    void checkSpace(Path file, long missing) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        try {
            space.require(folder, missing);
        } catch (IOException e) {
            throw WordedIOException.notWritten(file, e);
        }
    }
}
