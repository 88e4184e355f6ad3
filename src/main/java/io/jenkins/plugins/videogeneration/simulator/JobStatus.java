package io.jenkins.plugins.videogeneration.simulator;

/** The four states of a job. A dialect has its own words for them. */
enum JobStatus {
    QUEUED,
    IN_PROGRESS,
    COMPLETED,
    FAILED;

    boolean terminal() {
        return this == COMPLETED || this == FAILED;
    }
}
