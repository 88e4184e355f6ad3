package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Something could not be read or written, and there are words of ours for why. */
public final class WordedIOException extends IOException implements Worded {

    private static final long serialVersionUID = 1L;

    private final Text text;

    public WordedIOException(Text text) {
        this(text, null);
    }

    /** @param cause null if there is none */
    public WordedIOException(Text text, Throwable cause) {
        super(text.words(), cause);
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }

    /** For a file of ours: that is no fault of the service, and nobody who only talks to a service has to expect it. */
    static UncheckedIOException notRead(Path file, IOException why) {
        return unchecked("api.WordedIOException.notRead", file, why);
    }

    /** The same for one that cannot be written. */
    static UncheckedIOException notWritten(Path file, IOException why) {
        return unchecked("api.WordedIOException.notWritten", file, why);
    }

    private static UncheckedIOException unchecked(String key, Path file, IOException why) {
        WordedIOException worded = new WordedIOException(Text.of(key, file, Text.saidBy(why)), why);
        return new UncheckedIOException(worded.getMessage(), worded);
    }
}
