package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A listener that cannot hurt the render: what is paid for does not end because a console cannot be written. */
record GuardedListener(RenderListener listener) implements RenderListener {

    private static final Logger LOGGER = Logger.getLogger(GuardedListener.class.getName());

    @Override
    public void queued(RenderRecord record) {
        tell(() -> listener.queued(record));
    }

    @Override
    public void leftQueue(RenderRecord record) {
        tell(() -> listener.leftQueue(record));
    }

    @Override
    public void submitting(RenderRecord record) {
        tell(() -> listener.submitting(record));
    }

    @Override
    public void submitted(RenderRecord record) {
        tell(() -> listener.submitted(record));
    }

    @Override
    public void lookingFor(RenderRecord record, Text why) {
        tell(() -> listener.lookingFor(record, why));
    }

    @Override
    public void reported(RenderRecord record, Video answer) {
        tell(() -> listener.reported(record, answer));
    }

    @Override
    public void troubled(Text problem) {
        tell(() -> listener.troubled(problem));
    }

    @Override
    public void withoutPicture(ContentVariant variant, Text problem) {
        tell(() -> listener.withoutPicture(variant, problem));
    }

    @Override
    public void fetching(RenderRecord record) {
        tell(() -> listener.fetching(record));
    }

    @Override
    public void fetched(RenderRecord record) {
        tell(() -> listener.fetched(record));
    }

    @Override
    public void delivered(RenderRecord record) {
        tell(() -> listener.delivered(record));
    }

    @Override
    public void failed(RenderRecord record) {
        tell(() -> listener.failed(record));
    }

    @Override
    public void cancelled(RenderRecord record, boolean deleting) {
        tell(() -> listener.cancelled(record, deleting));
    }

    @Override
    public void kept(RenderRecord record) {
        tell(() -> listener.kept(record));
    }

    @Override
    public void inDoubt(RenderRecord record, RenderFailure doubt) {
        tell(() -> listener.inDoubt(record, doubt));
    }

    @Override
    public void remoteDeleted(RenderRecord record, Text outcome) {
        tell(() -> listener.remoteDeleted(record, outcome));
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A listener of a render failed; the render goes on", e);
        }
    }
}
