package io.jenkins.plugins.videogeneration.render;

/** How far a render is. The phase is durable before the next side effect happens. */
public enum Phase {
    /** Wanted, and waiting for a free place at the service: certainly not asked for. */
    QUEUED,
    /** Wanted, and perhaps asked for: after a crash in this phase it is in doubt whether the service took the request. */
    INTENDED,
    /** The service took the request, and its id is known. */
    SUBMITTED,
    /** The service was asked at least once how far it is. */
    WAITING,
    /** The service has finished; its video is being fetched, checked and delivered. */
    FETCHING,
    /** The video is where it belongs. */
    DELIVERED,
    /** There will be no video, or it could not be delivered. */
    FAILED,
    /** Nobody wants the video any more. */
    CANCELLED;

    /** Whether the render will not go on by itself. */
    public boolean isFinal() {
        return this == DELIVERED || this == FAILED || this == CANCELLED;
    }
}
