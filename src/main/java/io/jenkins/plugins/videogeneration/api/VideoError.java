package io.jenkins.plugins.videogeneration.api;

/**
 * Why a job failed, in the service's words.
 *
 * @param code the service's code, such as {@code moderation_blocked}; null if it gave none
 * @param message the service's explanation; null if it gave none
 */
public record VideoError(String code, String message) {

    /** Whether the service refused the content; rendering again would be refused again. */
    public boolean isModeration() {
        return code != null && code.contains("moderation");
    }

    @Override
    public String toString() {
        if (code == null) {
            return message == null ? "no reason given" : message;
        }
        return message == null ? code : message + " (" + code + ")";
    }
}
