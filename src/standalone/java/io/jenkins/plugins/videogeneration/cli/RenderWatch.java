package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.render.RenderFailure;
import io.jenkins.plugins.videogeneration.render.RenderListener;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hears what an abort has to wait for, and passes the news on to a display. */
final class RenderWatch implements RenderListener {

    private final RenderListener display;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final CompletableFuture<String> deleted = new CompletableFuture<>();
    private volatile boolean asked;

    /** @param asked whether the service may know of the render from an earlier command */
    RenderWatch(RenderListener display, boolean asked) {
        this.display = display;
        this.asked = asked;
    }

    /** Whether the service may know of the render. */
    boolean isAsked() {
        return asked;
    }

    /** Waits until the service has answered the request, so that its id is written down. */
    void awaitAnswer(Duration patience) throws InterruptedException {
        await(answered, patience);
    }

    /** Waits until the service has deleted the render; says what became of that, or nothing if it did not answer. */
    Optional<String> awaitDeletion(Duration patience) throws InterruptedException {
        return await(deleted, patience);
    }

    private static <T> Optional<T> await(CompletableFuture<T> event, Duration patience) throws InterruptedException {
        try {
            return Optional.ofNullable(event.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        }
    }

    @Override
    public void submitting(RenderRecord record) {
        asked = true;
        display.submitting(record);
    }

    @Override
    public void submitted(RenderRecord record) {
        asked = true;
        answered.complete(null);
        display.submitted(record);
    }

    @Override
    public void lookingFor(RenderRecord record, Text why) {
        display.lookingFor(record, why);
    }

    @Override
    public void reported(RenderRecord record, Video answer) {
        display.reported(record, answer);
    }

    @Override
    public void troubled(Text problem) {
        display.troubled(problem);
    }

    @Override
    public void withoutPicture(ContentVariant variant, Text problem) {
        display.withoutPicture(variant, problem);
    }

    @Override
    public void fetching(RenderRecord record) {
        display.fetching(record);
    }

    @Override
    public void fetched(RenderRecord record) {
        display.fetched(record);
    }

    @Override
    public void delivered(RenderRecord record) {
        display.delivered(record);
    }

    @Override
    public void failed(RenderRecord record) {
        answered.complete(null);
        display.failed(record);
    }

    @Override
    public void inDoubt(RenderRecord record, RenderFailure doubt) {
        display.inDoubt(record, doubt);
    }

    @Override
    public void remoteDeleted(RenderRecord record, Text outcome) {
        deleted.complete(outcome.words());
        display.remoteDeleted(record, outcome);
    }
}
