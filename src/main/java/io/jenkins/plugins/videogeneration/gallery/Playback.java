package io.jenkins.plugins.videogeneration.gallery;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.VirtualFile;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * Sends an artifact to a player, from this Jenkins' own address wherever it is stored: Jenkins' content security policy
 * lets a page play nothing else. It answers for parts of the file, so that a jump works at once.
 */
final class Playback implements HttpResponse {

    private static final Logger LOGGER = Logger.getLogger(Playback.class.getName());

    /** What a browser may show in place; anything else that a service calls a picture is only saved. */
    private static final Set<String> SHOWN = Set.of("video/mp4", "image/jpeg", "image/png", "image/webp", "image/gif");

    private static final int BUFFER = 64 * 1024;

    private final StoredFile file;
    private final String mediaType;
    private final String tag;

    /** @param sha256 the file's content hash, in hexadecimal */
    Playback(VirtualFile file, String mediaType, String sha256) {
        this.file = new StoredFile(file);
        this.mediaType = mediaType;
        this.tag = '"' + sha256 + '"';
    }

    @Override
    public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node) throws IOException {
        boolean get = req.getMethod().equals("GET");
        if (!get && !req.getMethod().equals("HEAD")) {
            rsp.setHeader("Allow", "GET, HEAD");
            rsp.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (!file.exists()) {
            rsp.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        describe(rsp);
        if (isKnown(req.getHeader("If-None-Match"))) {
            rsp.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        long length = file.length();
        RequestedRange range = RequestedRange.of(req.getHeader("Range"), req.getHeader("If-Range"), tag, length);
        if (!range.isSatisfiable()) {
            rsp.setHeader("Content-Range", "bytes */" + length);
            rsp.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (!get || range.length() == 0) {
            announce(range, length, rsp);
            return;
        }
        try (InputStream from = open(range)) {
            announce(range, length, rsp);
            send(from, range.length(), rsp.getOutputStream());
        } catch (StoreException e) {
            LOGGER.log(Level.WARNING, "An artifact cannot be had from its store", e);
            rsp.sendError(HttpServletResponse.SC_BAD_GATEWAY);
        }
    }

    /** Before anything is announced, so that a store that is down can still be told apart. */
    private InputStream open(RequestedRange range) throws StoreException {
        try {
            return file.open(range);
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }

    private void announce(RequestedRange range, long length, StaplerResponse2 rsp) {
        if (!range.whole()) {
            rsp.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            rsp.setHeader("Content-Range", "bytes " + range.first() + "-" + (range.end() - 1) + "/" + length);
        }
        rsp.setContentType(SHOWN.contains(mediaType) ? mediaType : "application/octet-stream");
        rsp.setContentLengthLong(range.length());
    }

    private void describe(StaplerResponse2 rsp) {
        rsp.setHeader("ETag", tag);
        rsp.setHeader("Accept-Ranges", "bytes");
        // kept, but asked for again: whoever may see it can change
        rsp.setHeader("Cache-Control", "private, no-cache");
        rsp.setHeader("X-Content-Type-Options", "nosniff");
        // opened by itself it is a file of strangers
        rsp.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; media-src 'self'; img-src 'self'");
        if (!SHOWN.contains(mediaType)) {
            rsp.setHeader("Content-Disposition", "attachment");
        }
    }

    private boolean isKnown(String tags) {
        return tags != null
                && Arrays.stream(tags.split(","))
                        .map(String::trim)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }

    private static void send(InputStream from, long length, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The artifact is shorter than its store says");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    /** A store that does not give what it has. */
    private static final class StoreException extends IOException {
        private static final long serialVersionUID = 1L;

        StoreException(IOException cause) {
            super(cause);
        }
    }
}
