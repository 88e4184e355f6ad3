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

    private static final Pattern MODERATION_CODE =
            Pattern.compile("moderation|content_(policy|filter)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE_WITH_MEANING = Pattern.compile(".*\\p{Alpha}.*");
    /** A moderation is named, and that it refused; one that is only out of order has refused nothing. */
    private static final Pattern MODERATION_MESSAGE = Pattern.compile(
            "(?=.*\\b(moderat(ion|ed)|safety|(content|usage) (policy|policies|filter))\\b)"
                    + "(?=.*\\b(blocked|refused|rejected|flagged|disallowed|violates?|violated|violation)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Of an answer without an id. */
    public VideoError(String code, String message) {
        this(code, message, null);
    }

    /**
     * Whether the service refused the content; rendering again would be refused again. The code tells; a service that has none, or
     * only a number as vLLM-Omni has, is taken at its words.
     */
    public boolean isModeration() {
        return isModeration(code, message);
    }

    static boolean isModeration(String code, String message) {
        if (code != null && CODE_WITH_MEANING.matcher(code).matches()) {
            return MODERATION_CODE.matcher(code).find();
        }
        return message != null && MODERATION_MESSAGE.matcher(message).lookingAt();
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
