package io.jenkins.plugins.videogeneration.render;

/** Nobody knows whether the service took the request: a render may be running, and may be charged. */
public final class RenderInDoubtException extends RenderException {

    private static final long serialVersionUID = 1L;

    RenderInDoubtException(String message, String advice) {
        super(message, advice);
    }
}
