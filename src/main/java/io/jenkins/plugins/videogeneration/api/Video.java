package io.jenkins.plugins.videogeneration.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A render job as the service describes it. Only {@code id} and {@code status} are always there: early answers of the
 * reference service leave fields out, and compatible servers never send some.
 *
 * @param id the service's id of the job
 * @param status how far the job is
 * @param progress percent, 0 to 100, or null
 * @param model the model that renders, or null
 * @param prompt the prompt, or null
 * @param size WIDTHxHEIGHT in pixels, or null
 * @param seconds the duration as the service wrote it, or null; may have a fraction
 * @param createdAt when the service accepted the job, or null
 * @param completedAt when the render ended, or null
 * @param expiresAt when the service forgets the video, or null
 * @param remixedFromVideoId the video that this one is a remix of, or null
 * @param error why the job failed, or null
 * @param url where some servers keep the video besides the content endpoint, or null; may be on another origin
 * @param pollAfter how long the service asks to wait before the next question (header {@code openai-poll-after-ms}), or null
 */
public record Video(
        String id,
        VideoStatus status,
        Integer progress,
        String model,
        String prompt,
        String size,
        String seconds,
        Instant createdAt,
        Instant completedAt,
        Instant expiresAt,
        String remixedFromVideoId,
        VideoError error,
        String url,
        Duration pollAfter) {

    public Video {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
    }

    /** The same failed video with the id of the answer that told so, if that has one. */
    Video toldBy(String requestId) {
        if (requestId == null) {
            return this;
        }
        VideoError told =
                new VideoError(error == null ? null : error.code(), error == null ? null : error.message(), requestId);
        return new Video(
                id,
                status,
                progress,
                model,
                prompt,
                size,
                seconds,
                createdAt,
                completedAt,
                expiresAt,
                remixedFromVideoId,
                told,
                url,
                pollAfter);
    }
}
