package io.jenkins.plugins.videogeneration.api;

/** A content that is larger than what the caller takes. It was not kept, and the service still has it. */
public final class ContentTooLargeException extends RuntimeException implements Worded {

    private static final long serialVersionUID = 1L;

    private final Text text;
    private final long limit;

    /**
     * @param bytes how large it is said to be, or how much had come when it was too much
     * @param limit the largest that is taken, in bytes
     */
    ContentTooLargeException(long bytes, long limit) {
        this(Text.of("api.ContentTooLarge.words", ByteCount.of(bytes), ByteCount.of(limit)), limit);
    }

    private ContentTooLargeException(Text text, long limit) {
        super(text.words());
        this.text = text;
        this.limit = limit;
    }

    /** Continues a sentence that begins with what is too large. */
    @Override
    public Text text() {
        return text;
    }

    /** The largest that is taken, in bytes. */
    public long limit() {
        return limit;
    }
}
