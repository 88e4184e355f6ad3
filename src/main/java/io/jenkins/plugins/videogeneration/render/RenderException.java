package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Worded;

/** A render that ended without a video for a reason that a person can understand without a stack trace. */
public class RenderException extends RuntimeException implements Worded {

    private static final long serialVersionUID = 1L;

    private final Text text;
    private final Text advice;

    public RenderException(Text text, Text advice) {
        this(text, advice, null);
    }

    public RenderException(Text text, Text advice, Throwable cause) {
        super(text.words(), cause);
        this.text = text;
        this.advice = advice;
    }

    /** For words that are in the reader's language already. */
    public RenderException(String text, String advice) {
        this(text, advice, null);
    }

    /** For words that are in the reader's language already. */
    public RenderException(String text, String advice, Throwable cause) {
        this(Text.verbatim(text), Text.verbatim(advice), cause);
    }

    @Override
    public Text text() {
        return text;
    }

    public RenderFailure failure() {
        return new RenderFailure(text, advice, false);
    }
}
