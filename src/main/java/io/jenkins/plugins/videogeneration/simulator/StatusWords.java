package io.jenkins.plugins.videogeneration.simulator;

import java.time.Instant;

/**
 * A family's words for the states of a job.
 *
 * @param queued before the work begins
 * @param inProgress while it goes on; some families have no word of their own and stay with {@code queued}
 * @param completed when there is a video
 * @param failed when there will be none
 * @param cancelled when the client did not want it any more
 * @param expired when the files of a completed job are gone; most families stay with {@code completed}
 */
record StatusWords(
        String queued, String inProgress, String completed, String failed, String cancelled, String expired) {

    /** The four words of the reference. */
    static StatusWords reference() {
        return new StatusWords("queued", "in_progress", "completed", "failed", "failed", "completed");
    }

    StatusWords waiting(String queuedWord, String inProgressWord) {
        return new StatusWords(queuedWord, inProgressWord, completed, failed, cancelled, expired);
    }

    StatusWords ending(String cancelledWord, String expiredWord) {
        return new StatusWords(queued, inProgress, completed, failed, cancelledWord, expiredWord);
    }

    String of(Job job, Instant now) {
        return switch (job.status(now)) {
            case QUEUED -> queued;
            case IN_PROGRESS -> inProgress;
            case COMPLETED -> job.expired(now) ? expired : completed;
            case FAILED -> job.wasCancelled() ? cancelled : failed;
        };
    }
}
