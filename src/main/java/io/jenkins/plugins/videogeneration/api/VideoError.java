package io.jenkins.plugins.videogeneration.api;

import java.util.regex.Pattern;

/**
 * Why a job failed, in the service's words.
 *
 * @param code the service's code, such as {@code moderation_blocked}; null if it gave none
 * @param message the service's explanation; null if it gave none
 * @param requestId the id of the answer that told so, for the service's support; null if it has none
 */
public record VideoError(String code, String message, String requestId) {

    /** Stands for the words of a service that gives none. */
    public static final Text NO_REASON = Text.of("api.VideoError.noReason");

    /** What to do when a service refuses the content. */
    public static final Text MODERATION_ADVICE = Text.of("api.VideoError.moderation");

    private static final Pattern MODERATION =
            Pattern.compile("moderation|content_(policy|filter)", Pattern.CASE_INSENSITIVE);

    /** Of an answer without an id. */
    public VideoError(String code, String message) {
        this(code, message, null);
    }

    /** Whether the service refused the content; rendering again would be refused again. */
    public boolean isModeration() {
        return isModeration(code);
    }

    static boolean isModeration(String code) {
        return code != null && MODERATION.matcher(code).find();
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
