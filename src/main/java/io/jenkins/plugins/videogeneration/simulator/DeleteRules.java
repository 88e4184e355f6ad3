package io.jenkins.plugins.videogeneration.simulator;

/**
 * What a delete does and how it is answered.
 *
 * @param answer how it is answered
 * @param running what becomes of a job that is still rendering
 */
record DeleteRules(Answer answer, Running running) {

    /** How a delete is answered. */
    enum Answer {
        /** {@code {"id","object":"video.deleted","deleted":true}}. */
        EVENT,
        /** The job with status {@code deleted}. */
        JOB,
        /** {@code {"deleted":true}}. */
        FLAG
    }

    /** What becomes of a running job. */
    enum Running {
        /** It is forgotten, as any other. */
        FORGOTTEN,
        /** It is cancelled and stays to be seen; the answer is the job. */
        CANCELLED,
        /** It is being cancelled for a while, in which deletes are refused with 409; then it can be deleted. */
        CANCELLING
    }

    static DeleteRules reference() {
        return new DeleteRules(Answer.EVENT, Running.FORGOTTEN);
    }
}
