package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Lets through so many bytes and refuses the next with a 413. */
final class BoundedSource extends ForwardingSource {

    private final long limit;
    private long passed;

    BoundedSource(Source source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long count = super.read(sink, byteCount);
        passed += Math.max(0, count);
        if (passed > limit) {
            throw ApiError.of(413, "The body is larger than " + limit + " bytes.");
        }
        return count;
    }

    /** Leaves the body open: it is the front's, which still wants to take in the rest. */
    @Override
    public void close() {}

    byte[] bytes() throws IOException {
        return Okio.buffer(this).readByteArray();
    }
}
