package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSink;

/** Keeps the first bytes of a body and swallows the rest, so that a body beyond all limits is still seen to be too large. */
final class BoundedSink extends ForwardingSink {

    private final Buffer kept;
    private final long limit;

    BoundedSink(Buffer kept, long limit) {
        super(kept);
        this.kept = kept;
        this.limit = limit;
    }

    @Override
    public void write(Buffer source, long byteCount) throws IOException {
        long room = Math.min(byteCount, limit - kept.size());
        kept.write(source, room);
        source.skip(byteCount - room);
    }
}
