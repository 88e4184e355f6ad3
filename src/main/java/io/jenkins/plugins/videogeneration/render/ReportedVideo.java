package io.jenkins.plugins.videogeneration.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.videogeneration.api.Video;
import java.time.Instant;

/**
 * What of a service's last answer is worth keeping; each value is null if the service did not give it.
 *
 * @param model the model that renders
 * @param size WIDTHxHEIGHT in pixels
 * @param seconds the duration as the service wrote it
 * @param progress percent, 0 to 100
 * @param createdAt when the service accepted the job
 * @param completedAt when the render ended
 * @param expiresAt when the service forgets the video
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportedVideo(
        String model,
        String size,
        String seconds,
        Integer progress,
        Instant createdAt,
        Instant completedAt,
        Instant expiresAt) {

    /** A service that has not said anything yet. */
    public static final ReportedVideo NOTHING = new ReportedVideo(null, null, null, null, null, null, null);

    static ReportedVideo of(Video video) {
        return new ReportedVideo(
                video.model(),
                video.size(),
                video.seconds(),
                video.progress(),
                video.createdAt(),
                video.completedAt(),
                video.expiresAt());
    }
}
