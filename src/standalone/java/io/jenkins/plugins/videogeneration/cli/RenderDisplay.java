package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.render.RenderListener;

/** Shows a person how a render goes. */
interface RenderDisplay extends RenderListener, AutoCloseable {

    @Override
    default void withoutPicture(ContentVariant variant, String problem) {
        troubled("The video comes without its " + variant.parameter() + ": " + problem);
    }

    /** Leaves the screen to others; may be called more than once. */
    @Override
    void close();
}
