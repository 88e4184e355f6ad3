package io.jenkins.plugins.videogeneration.simulator;

/**
 * How a family says no.
 *
 * @param form the body of an error
 * @param strangers what is said of a path or method that is none of the API
 * @param failedJobs whether a poll of a failed job is answered with an HTTP error, the job being its body
 */
record ErrorRules(ErrorForm form, Strangers strangers, boolean failedJobs) {

    /** What is said of requests that are no calls. */
    enum Strangers {
        /** 404 or 405 in the family's form. */
        LIKE_OTHERS,
        /** {@code {"detail":"Not Found"}} or {@code {"detail":"Method Not Allowed"}}: the web framework answers, not the server. */
        FRAMEWORK,
        /** 404 for wrong methods too, and the URL is quoted. */
        QUOTED_URL
    }

    static ErrorRules reference() {
        return new ErrorRules(ErrorForm.REFERENCE, Strangers.LIKE_OTHERS, false);
    }

    static ErrorRules of(ErrorForm form, Strangers strangers) {
        return new ErrorRules(form, strangers, false);
    }

    ErrorRules withFailedJobs() {
        return new ErrorRules(form, strangers, true);
    }
}
