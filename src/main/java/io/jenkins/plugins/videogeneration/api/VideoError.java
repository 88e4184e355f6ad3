package io.jenkins.plugins.videogeneration.api;

/**
 * Why a job failed, in the service's words.
 *
 * @param code the service's code, such as {@code moderation_blocked}; null if it gave none
 * @param message the service's explanation; null if it gave none
 */
public record VideoError(String code, String message) {

    /** Stands for the words of a service that gives none. */
    public static final Text NO_REASON = Text.of("api.VideoError.noReason");

    /** Whether the service refused the content; rendering again would be refused again. */
    public boolean isModeration() {
        return code != null && code.contains("moderation");
    }

    /** The service's words, or that it gave none. */
    public Text text() {
        if (code == null) {
            return message == null ? NO_REASON : Text.verbatim(message);
        }
        return Text.verbatim(message == null ? code : message + " (" + code + ")");
    }

    @Override
    public String toString() {
        return text().words();
    }
}
