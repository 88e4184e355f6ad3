package io.jenkins.plugins.videogeneration.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Brings a fetched video to where it belongs. */
@FunctionalInterface
public interface RenderDelivery {

    /**
     * Fetches the video to where it belongs at once, if there is such a way. It does not come into the render's folder
     * then; {@link #deliver} finds it where this has put it. After a crash it may be called again.
     *
     * @param record the render, finished at the service
     * @return the checked video; cancelling it ends the fetching, and if it fails, the video is fetched into the folder.
     *     Empty if there is no such way
     */
    default Optional<CompletableFuture<VideoFile>> fetch(RenderRecord record) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * May be called again after a crash, with the same record.
     *
     * @param record the render, with its {@link RenderRecord#file file}
     * @param folder holds the checked video under {@link RenderRecord#fileName its name}, unless {@link #fetch} has
     *     brought it elsewhere, and its provenance
     * @throws IOException if it can't be delivered; the video stays at the service as long as that keeps it
     */
    void deliver(RenderRecord record, Path folder) throws IOException, InterruptedException;

    /** Called when the delivery is written down, so that what was fetched is not needed any more. */
    default void cleanUp(RenderRecord record, Path folder) {}
}
