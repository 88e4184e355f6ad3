package io.jenkins.plugins.videogeneration.api;

/** A setting of a service that cannot be right: its URL, its key, or how the key is sent. */
public final class InvalidSettingException extends IllegalArgumentException implements Worded {

    private static final long serialVersionUID = 1L;

    private final Text text;

    InvalidSettingException(Text text) {
        super(text.words());
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
