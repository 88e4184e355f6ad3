package io.jenkins.plugins.videogeneration.api;

/** A content that is larger than what the caller takes. It was not kept, and the service still has it. */
public final class ContentTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /**
     * @param bytes how large it is said to be, or how much had come when it was too much
     * @param limit the largest that is taken, in bytes
     */
    ContentTooLargeException(long bytes, long limit) {
        super("has " + ByteCount.words(bytes) + " or more, and " + ByteCount.words(limit) + " is the limit");
        this.limit = limit;
    }

    /** The largest that is taken, in bytes. */
    public long limit() {
        return limit;
    }
}
