package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;

/** Hears how a render goes. Calls come one after the other, from a thread of the engine; they must not block. */
public interface RenderListener {

    /** All places at the service are taken; the render waits for one. */
    default void queued(RenderRecord record) {}

    /** Nobody wants the render any more, which waited for a place; nothing was asked for. */
    default void leftQueue(RenderRecord record) {}

    /** The request is about to be sent. */
    default void submitting(RenderRecord record) {}

    /** The service has taken the request, or an earlier one was found again. */
    default void submitted(RenderRecord record) {}

    /**
     * It is not known whether the service has the render, so it is looked for in the service's list; nothing is asked for.
     * {@code why} tells what happened before, as the begin of a sentence.
     */
    default void lookingFor(RenderRecord record, Text why) {}

    /** The service said how far it is; called for every answer. */
    default void reported(RenderRecord record, Video answer) {}

    /** Something did not work and is tried again. */
    default void troubled(Text problem) {}

    /** The service does not give a picture that was wanted beside the video; the video comes without it. */
    default void withoutPicture(ContentVariant variant, Text problem) {}

    /** The video is about to be fetched. */
    default void fetching(RenderRecord record) {}

    /** The video was fetched and checked, and is about to be delivered. */
    default void fetched(RenderRecord record) {}

    /** The video is where it belongs. */
    default void delivered(RenderRecord record) {}

    /** There will be no video. */
    default void failed(RenderRecord record) {}

    /**
     * Nobody wants the render any more; called at once, from the thread that cancels it. {@code deleting} tells whether
     * the service will be asked to delete it, which {@link #remoteDeleted} reports when it is done, unless the video was
     * being delivered, which {@link #delivered} reports.
     */
    default void cancelled(RenderRecord record, boolean deleting) {}

    /** A cancelled render whose id was not known when it was cancelled is left at the service. */
    default void kept(RenderRecord record) {}

    /** A cancelled render whose request the service took or did not take, which could not be found out. */
    default void inDoubt(RenderRecord record, RenderFailure doubt) {}

    /** A cancelled render was deleted at the service, or could not be; {@code outcome} says which, in words. */
    default void remoteDeleted(RenderRecord record, Text outcome) {}
}
