package io.jenkins.plugins.videogeneration.render;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The outermost boxes of an MP4. A transfer that broke off without anybody noticing ends within one of them, or before
 * one that is needed; the index alone, which often comes first, does not tell.
 */
final class Mp4Boxes {

    private static final int HEAD_BYTES = 8;
    private static final int LARGE_HEAD_BYTES = 16;

    private boolean index;
    private boolean media;
    private boolean fragments;
    private boolean whole;

    private Mp4Boxes() {}

    static Mp4Boxes of(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            Mp4Boxes boxes = new Mp4Boxes();
            boxes.whole = boxes.walk(in);
            return boxes;
        }
    }

    /** Whether there is an index and media, and no box ends behind the end of the file. */
    boolean areWhole() {
        return whole;
    }

    /** Whether the video comes in fragments; its index does not know its duration then. */
    boolean areFragments() {
        return fragments;
    }

    private boolean walk(RandomAccessFile in) throws IOException {
        long length = in.length();
        long at = 0;
        while (length - at >= HEAD_BYTES) {
            in.seek(at);
            long size = Integer.toUnsignedLong(in.readInt());
            see(in.readInt());
            if (size == 1) {
                size = length - at >= LARGE_HEAD_BYTES ? in.readLong() : Long.MAX_VALUE;
            } else if (size == 0) {
                // the last box may say that it reaches to the end
                size = length - at;
            }
            if (size < HEAD_BYTES || size > length - at) {
                return false;
            }
            at += size;
        }
        return index && media;
    }

    private void see(int type) {
        index |= type == code("moov");
        media |= type == code("mdat");
        fragments |= type == code("moof");
    }

    private static int code(String type) {
        byte[] letters = type.getBytes(StandardCharsets.ISO_8859_1);
        return letters[0] << 24 | letters[1] << 16 | letters[2] << 8 | letters[3];
    }
}
