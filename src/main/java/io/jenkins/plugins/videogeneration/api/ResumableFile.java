package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.Request;
import okio.BufferedSource;

/**
 * The file of one download over all its attempts. It is written in pieces and hashed on the way, so that no video is ever
 * in memory as a whole. Where the service offers parts, an attempt goes on where the one before it broke off; the
 * service's own mark of the content (a strong ETag) makes sure that it is still the same (RFC 9110, section 13.1.5).
 */
final class ResumableFile {

    /** What comes from a socket at a time is 8 KB; so many of these are written at once. */
    static final int PIECE_BYTES = 256 * 1024;

    /** What an attempt has to bring to count as one that came further. */
    private static final int FURTHER_BYTES = 64 * 1024;

    /** How often the disk is looked at on the way: others write to it too. */
    private static final long LOOK_EVERY = 16L * 1024 * 1024;

    private static final int HTTP_PARTIAL = 206;
    private static final int HTTP_NO_SUCH_PART = 416;

    private final Path file;
    private final DownloadLimits limits;
    private final InstantSource clock;
    private MessageDigest sha256 = Sha256.newDigest();
    private long written;
    private long furthest;
    private String mark;

    ResumableFile(Path file, DownloadLimits limits, InstantSource clock) {
        this.file = file;
        this.limits = limits;
        this.clock = clock;
    }

    /** The request that asks for what is still missing. */
    Request next(Request whole) {
        return mark == null || written == 0
                ? whole
                : whole.newBuilder()
                        .header("Range", "bytes=" + written + "-")
                        .header("If-Range", mark)
                        .build();
    }

    /** Whether the latest attempt brought more than all before it, so that it was worth while. */
    boolean cameFurther() {
        boolean further = written >= furthest + FURTHER_BYTES;
        furthest = Math.max(furthest, written);
        return further;
    }

    /**
     * @throws IOException if the service has nothing more to give from where the file ends; the next attempt begins anew
     */
    void checkPart(HttpAnswer answer) throws IOException {
        if (answer.response().code() == HTTP_NO_SUCH_PART && mark != null) {
            throw otherContent();
        }
    }

    /**
     * @throws IOException if the connection broke; what came until then is kept for the next attempt
     * @throws UncheckedIOException if the file could not be written; that is no fault of the service
     * @throws ContentTooLargeException if it is larger than is taken
     */
    DownloadedContent write(HttpAnswer answer) throws IOException {
        boolean goesOn = answer.response().code() == HTTP_PARTIAL;
        if (!goesOn) {
            beginAnew(answer);
        } else if (!continues(answer)) {
            throw otherContent();
        }
        long announced = Math.max(0, answer.body().contentLength());
        limits.checkSize(written + announced);
        limits.checkSpace(file, announced);
        try (OutputStream out = open(goesOn)) {
            copy(answer.body().source(), out, announced);
        }
        return new DownloadedContent(file, answer.contentType(), written, Sha256.hex(sha256));
    }

    private void copy(BufferedSource source, OutputStream out, long announced) throws IOException {
        Piece piece = new Piece(out, written + announced);
        Pace pace = new Pace();
        try {
            for (int read = piece.fill(source); read != -1; read = piece.fill(source)) {
                pace.check(written + piece.length);
            }
        } finally {
            // the next attempt goes on behind what has come
            piece.write();
        }
    }

    /** What has come and is not written yet. */
    private final class Piece {
        private final byte[] bytes = new byte[PIECE_BYTES];
        private final OutputStream out;
        private final long end;
        private long nextLook = written + LOOK_EVERY;
        private int length;

        /** @param end how long the file is going to be, as far as the service says */
        Piece(OutputStream out, long end) {
            this.out = out;
            this.end = end;
        }

        /** @return how many bytes came, or -1 if that was all */
        int fill(BufferedSource source) throws IOException {
            int read = source.read(bytes, length, bytes.length - length);
            if (read > 0) {
                limits.checkSize(written + length + read);
                length += read;
            }
            if (length == bytes.length) {
                write();
            }
            return read;
        }

        void write() {
            int whole = length;
            length = 0;
            append(out, bytes, whole);
            sha256.update(bytes, 0, whole);
            written += whole;
            if (written >= nextLook) {
                nextLook = written + LOOK_EVERY;
                limits.checkSpace(file, Math.max(0, end - written));
            }
        }
    }

    /** Whether the part begins where the file ends, and is of the same content. */
    private boolean continues(HttpAnswer answer) {
        String etag = answer.header("ETag");
        return String.valueOf(answer.header("Content-Range")).startsWith("bytes " + written + "-")
                && (etag == null || etag.equals(mark));
    }

    private IOException otherContent() {
        mark = null;
        return new WordedIOException(Text.of("api.ResumableFile.otherPart"));
    }

    private void beginAnew(HttpAnswer answer) {
        sha256 = Sha256.newDigest();
        written = 0;
        String etag = answer.header("ETag");
        boolean parts = "bytes".equalsIgnoreCase(answer.header("Accept-Ranges"));
        mark = parts && etag != null && etag.startsWith("\"") ? etag : null;
    }

    private OutputStream open(boolean goesOn) {
        try {
            return goesOn ? Files.newOutputStream(file, StandardOpenOption.APPEND) : Files.newOutputStream(file);
        } catch (IOException e) {
            throw WordedIOException.notWritten(file, e);
        }
    }

    private void append(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw WordedIOException.notWritten(file, e);
        }
    }

    /** Looks at each window of time whether enough came in it. */
    private final class Pace {

        private Instant windowBegan = clock.instant();
        private long atWindowBegin = written;

        void check(long came) throws IOException {
            Instant now = clock.instant();
            Duration window = Duration.between(windowBegan, now);
            if (window.compareTo(limits.window()) < 0) {
                return;
            }
            long more = came - atWindowBegin;
            if (more < limits.minimum()) {
                throw new WordedIOException(Text.of("api.ResumableFile.slow", ByteCount.of(more), window.toSeconds()));
            }
            windowBegan = now;
            atWindowBegin = came;
        }
    }
}
