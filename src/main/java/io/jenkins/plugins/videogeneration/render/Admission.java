package io.jenkins.plugins.videogeneration.render;

import java.util.concurrent.CompletableFuture;

/** Decides when a render may be asked for, and whether at all. Nothing is sent to a service without a place. */
public interface Admission {

    /** No limits at all. */
    Admission FREE = new Admission() {
        @Override
        public CompletableFuture<Place> enter(RenderRecord record) {
            return CompletableFuture.completedFuture(Place.FREE);
        }

        @Override
        public Place occupy(RenderRecord record) {
            return Place.FREE;
        }
    };

    /**
     * Gets in line, in order of {@link RenderRecord#intendedAt()}. The same key may come again after a restart, and has
     * its old turn then.
     *
     * @return completes when it is the render's turn, and fails with a {@link RenderException} if a limit forbids it;
     *     cancelling it leaves the line
     */
    CompletableFuture<Place> enter(RenderRecord record);

    /** The place of a render that had one before a restart; it is under way, so it is not asked to wait. */
    Place occupy(RenderRecord record);

    /** A render's place. One of the two is called once, when the render has ended. */
    interface Place {

        Place FREE = new Place() {
            @Override
            public void leave() {
                // there are enough
            }

            @Override
            public void leaveUnused() {
                // there are enough
            }
        };

        /** The service had taken the request, or may have. */
        void leave();

        /** The service has certainly not taken the request, so it counts for nothing. */
        void leaveUnused();
    }
}
