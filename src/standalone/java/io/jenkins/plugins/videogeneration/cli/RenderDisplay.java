package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.render.RenderFailure;
import io.jenkins.plugins.videogeneration.render.RenderListener;
import io.jenkins.plugins.videogeneration.render.RenderRecord;

/** Shows a person how a render goes. */
interface RenderDisplay extends RenderListener, AutoCloseable {

    @Override
    default void withoutPicture(ContentVariant variant, Text problem) {
        troubled(Text.verbatim("The video comes without its " + variant.parameter() + ": " + problem));
    }

    @Override
    default void lookingFor(RenderRecord record, Text why) {
        troubled(Text.verbatim(why + ": looking for the render in the service's list"));
    }

    @Override
    default void inDoubt(RenderRecord record, RenderFailure doubt) {
        troubled(Text.verbatim(doubt.message() + ". " + doubt.advice()));
    }

    /** Leaves the screen to others; may be called more than once. */
    @Override
    void close();
}
