package io.jenkins.plugins.videogeneration.simulator;

import io.jenkins.plugins.videogeneration.api.ImageSize;
import java.io.IOException;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * A file part of a multipart body. The file streams by; only what tells its nature is kept.
 *
 * @param contentType as the client declared it; empty when it did not
 * @param length in bytes
 * @param imageSize of an image
 * @param video of an MP4
 */
record UploadedFile(String contentType, long length, Optional<VideoSize> imageSize, Optional<Mp4Facts> video) {

    static UploadedFile read(String contentType, Source content) throws IOException {
        Counting counting = new Counting(content);
        BufferedSource source = Okio.buffer(counting);
        source.request(ImageSize.HEAD_BYTES);
        byte[] head = source.peek()
                .readByteArray(Math.min(ImageSize.HEAD_BYTES, source.getBuffer().size()));
        Optional<Mp4Facts> video = Mp4Facts.read(source);
        while (!source.exhausted()) {
            source.getBuffer().clear();
        }
        return new UploadedFile(contentType == null ? "" : contentType, counting.count, VideoSize.ofImage(head), video);
    }

    /** Whether the client declared the kind of content that a name like {@code image/} stands for. */
    boolean declares(String kind) {
        return contentType.regionMatches(true, 0, kind, 0, kind.length());
    }

    private static final class Counting extends ForwardingSource {
        private long count;

        Counting(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            count += Math.max(0, read);
            return read;
        }
    }
}
