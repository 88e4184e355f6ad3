package io.jenkins.plugins.videogeneration.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One render, decided in full when it is created: what comes later is a matter of looking at the clock.
 *
 * @param id as given to the client
 * @param model as asked for
 * @param prompt as asked for
 * @param size of the video
 * @param seconds the video's length
 * @param extensions how many times it has been extended
 * @param createdAt when it was queued
 * @param startsAt when it leaves the queue
 * @param finishesAt when it is completed, or fails
 * @param expiresAt when its files are gone
 * @param error set when it fails at the end
 * @param remixedFrom the id of the video that it is a remix of
 */
public record Job(
        String id,
        String model,
        String prompt,
        VideoSize size,
        BigDecimal seconds,
        int extensions,
        Instant createdAt,
        Instant startsAt,
        Instant finishesAt,
        Instant expiresAt,
        Optional<JobError> error,
        Optional<String> remixedFrom)
        implements Records.Identified {

    /** How far a render gets that fails. */
    private static final int PROGRESS_OF_FAILED = 50;

    /** @throws NullPointerException when anything is null */
    public Job {
        Objects.requireNonNull(id);
        Objects.requireNonNull(model);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(size);
        Objects.requireNonNull(seconds);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(startsAt);
        Objects.requireNonNull(finishesAt);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(error);
        Objects.requireNonNull(remixedFrom);
    }

    JobStatus status(Instant now) {
        if (now.isBefore(startsAt)) {
            return JobStatus.QUEUED;
        }
        if (now.isBefore(finishesAt)) {
            return JobStatus.IN_PROGRESS;
        }
        return error.isPresent() ? JobStatus.FAILED : JobStatus.COMPLETED;
    }

    /** Percent: 0 in the queue, then rising, 100 only when completed. */
    int progress(Instant now) {
        int goal = error.isPresent() ? PROGRESS_OF_FAILED : 100;
        return switch (status(now)) {
            case QUEUED -> 0;
            case IN_PROGRESS -> (int) (goal * millis(startsAt, now) / Math.max(1, millis(startsAt, finishesAt)));
            case COMPLETED, FAILED -> goal;
        };
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean wasCancelled() {
        return error.filter(JobError::isCancelled).isPresent();
    }

    /** The same job, which is not wanted any more and will be no video. */
    Job cancelled(Instant end) {
        return new Job(
                id,
                model,
                prompt,
                size,
                seconds,
                extensions,
                createdAt,
                startsAt.isBefore(end) ? startsAt : end,
                end,
                expiresAt,
                Optional.of(JobError.cancelled()),
                remixedFrom);
    }

    private static long millis(Instant from, Instant to) {
        return to.toEpochMilli() - from.toEpochMilli();
    }
}
