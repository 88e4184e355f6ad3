package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a render needs from whoever starts it.
 *
 * @param owner whose render it is: the build, say. Owners take turns with what is asked for one render at a time
 * @param client gives a client of the service, asked for anew before each use, since keys and addresses change; it may
 *     throw a {@link RenderException}
 * @param journal where the render is written down
 * @param listener hears how it goes
 * @param folders gives the folder that the video is fetched to; asked for anew, since a job may be moved
 * @param delivery brings it to where it belongs
 * @param claims keeps it from taking the video of another render for its own
 * @param deleteWhenCancelled whether the service is asked to delete a render that nobody wants any more
 * @param admission decides when it may be asked for
 */
public record RenderContext(
        String owner,
        Supplier<VideosClient> client,
        RenderJournal journal,
        RenderListener listener,
        Supplier<Path> folders,
        RenderDelivery delivery,
        VideoClaims claims,
        boolean deleteWhenCancelled,
        Admission admission) {

    public RenderContext {
        listener = new GuardedListener(listener);
    }

    /** For a folder that stays where it is, of a render that nothing limits, where all have the same owner. */
    public RenderContext(
            Supplier<VideosClient> client,
            RenderJournal journal,
            RenderListener listener,
            Path folder,
            RenderDelivery delivery,
            VideoClaims claims,
            boolean deleteWhenCancelled) {
        this("", client, journal, listener, () -> folder, delivery, claims, deleteWhenCancelled, Admission.FREE);
    }

    /** Where the video is fetched to, now. */
    Path folder() {
        return folders.get();
    }
}
