package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;

/** Nobody knows whether the service took the request: a render may be running, and may be charged. */
public final class RenderInDoubtException extends RenderException {

    private static final long serialVersionUID = 1L;

    RenderInDoubtException(Text text, Text advice) {
        super(text, advice);
    }
}
