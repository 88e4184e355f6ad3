package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Breaks off after some bytes, like a connection that is lost. */
final class CutSource extends ForwardingSource {

    private long left;

    CutSource(Source source, long length) {
        super(source);
        this.left = length;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        if (left == 0) {
            throw new IOException("connection lost in the middle of the answer");
        }
        long count = super.read(sink, Math.min(byteCount, left));
        left -= Math.max(0, count);
        return count;
    }
}
