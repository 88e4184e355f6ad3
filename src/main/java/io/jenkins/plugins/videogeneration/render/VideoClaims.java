package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Video;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Sees to it that a video that is found in a service's list becomes the video of one render alone. Each render has one of
 * its own, which knows all others that share the service's key with it.
 */
public interface VideoClaims {

    /** For a render that shares its service with no other. */
    VideoClaims UNSHARED = new VideoClaims() {
        @Override
        public boolean isTaken(String videoId) {
            return false;
        }

        @Override
        public boolean claim(Video video, Duration ahead) {
            return true;
        }
    };

    /** Whether a video is known to be another render's. May read files. */
    boolean isTaken(String videoId);

    /**
     * Makes a video this render's, if nobody else can have a right to it. Of renders that try at the same time, one has
     * success. May read and write files.
     *
     * @param video fits this render
     * @param ahead how far the service's clock is ahead of ours, as far as its list tells
     * @return false if it is another render's, or may as well be that of another one that does not know its id: one that
     *     asked for something else that the video fits too, or one whose answer is still to come
     */
    boolean claim(Video video, Duration ahead);

    /** The request of this render is under way: until there is an answer, its video may be listed and nobody's. */
    default void await(CompletableFuture<Video> answer) {}
}
