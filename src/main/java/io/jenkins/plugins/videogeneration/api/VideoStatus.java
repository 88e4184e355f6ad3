package io.jenkins.plugins.videogeneration.api;

import java.util.Locale;
import java.util.Set;

/**
 * A job's status as the service wrote it. The reference protocol knows {@code queued}, {@code in_progress},
 * {@code completed} and {@code failed}; compatible servers add their own, so anything unknown means "not finished yet".
 *
 * @param value the service's own word, never null
 */
public record VideoStatus(String value) {

    public static final VideoStatus QUEUED = new VideoStatus("queued");
    public static final VideoStatus COMPLETED = new VideoStatus("completed");

    private static final Set<String> SUCCESSES = Set.of("completed", "succeeded", "done");
    private static final Set<String> FAILURES =
            Set.of("failed", "cancelled", "canceled", "expired", "deleted", "error", "rejected");

    public VideoStatus {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A status needs a value");
        }
    }

    public boolean isSuccess() {
        return SUCCESSES.contains(normalized());
    }

    public boolean isFailure() {
        return FAILURES.contains(normalized());
    }

    /** Whether the service will not change the job any more. */
    public boolean isFinal() {
        return isSuccess() || isFailure();
    }

    private String normalized() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
