package io.jenkins.plugins.videogeneration.render;

/** A render that ended without a video for a reason that a person can understand without a stack trace. */
public class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public RenderException(String message, String advice) {
        this(message, advice, null);
    }

    public RenderException(String message, String advice, Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    public RenderFailure failure() {
        return new RenderFailure(getMessage(), advice);
    }
}
