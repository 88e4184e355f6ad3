package io.jenkins.plugins.videogeneration.budget;

import java.time.Instant;

/**
 * A render in the queue of a service, or at one of its places.
 *
 * @param key the render's
 * @param build the id of its build, by which it is found after a restart
 * @param job the full name of its job
 * @param since when it came; the queue is in this order
 * @param inside whether it has a place
 */
record Ticket(String key, String build, String job, Instant since, boolean inside) {

    /** The same after its job was renamed or moved. */
    Ticket movedTo(String newJob) {
        return new Ticket(key, newJob + build.substring(build.lastIndexOf('#')), newJob, since, inside);
    }

    Ticket letIn() {
        return new Ticket(key, build, job, since, true);
    }
}
