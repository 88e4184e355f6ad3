package io.jenkins.plugins.videogeneration.simulator;

/**
 * Why a job fails.
 *
 * @param code for machines, such as {@code moderation_blocked}
 * @param message for people
 */
public record JobError(String code, String message) {

    private static final String CANCELLED = "cancelled";
    private static final String MODERATION_BLOCKED = "moderation_blocked";

    /** What the reference says of a prompt that it refuses: the call works, the job fails. */
    public static JobError moderationBlocked() {
        return new JobError(MODERATION_BLOCKED, "The request was blocked by the moderation system.");
    }

    /** A render that its client did not want any more. */
    static JobError cancelled() {
        return new JobError(CANCELLED, "The render was cancelled.");
    }

    boolean isCancelled() {
        return code.equals(CANCELLED);
    }

    /** The status that a call would have that failed for this reason. */
    int httpStatus() {
        return code.equals(MODERATION_BLOCKED) ? 400 : 500;
    }

    /** A render that breaks on the server. */
    public static JobError serverError() {
        return new JobError("server_error", "The render failed on the server.");
    }
}
