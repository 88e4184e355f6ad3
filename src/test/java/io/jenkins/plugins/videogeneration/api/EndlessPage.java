package io.jenkins.plugins.videogeneration.api;

import java.util.Arrays;
import okio.Buffer;
import okio.Source;
import okio.Timeout;

/** So much of the same text, none of which is in memory. */
final class EndlessPage implements Source {

    private static final byte[] LETTERS = new byte[8192];

    static {
        Arrays.fill(LETTERS, (byte) 'a');
    }

    private final long length;
    private long left;

    EndlessPage(long length) {
        this.length = length;
        this.left = length;
    }

    @Override
    public long read(Buffer sink, long byteCount) {
        if (left == 0) {
            return -1;
        }
        int count = (int) Math.min(Math.min(byteCount, left), LETTERS.length);
        sink.write(LETTERS, 0, count);
        left -= count;
        return count;
    }

    /** How much was read of it. */
    long taken() {
        return length - left;
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }

    @Override
    public void close() {
        // there is nothing to free, and what was not read stays unread
    }
}
