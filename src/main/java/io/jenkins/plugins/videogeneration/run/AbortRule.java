package io.jenkins.plugins.videogeneration.run;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import java.util.Arrays;
import java.util.Locale;

/** What becomes of a render at its service when the build that asked for it is aborted. */
public enum AbortRule {
    /** The service is asked to delete it: nobody wants the video. */
    DELETE,
    /** It goes on, and can be fetched later. */
    KEEP;

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param word as the user wrote it; null stands for {@link #DELETE}
     * @throws InvalidRequestException if it is none of them
     */
    public static AbortRule of(String word) {
        if (word == null) {
            return DELETE;
        }
        return Arrays.stream(values())
                .filter(rule -> rule.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "onAbort", Messages.AbortRule_unknown(word, DELETE.word(), KEEP.word())));
    }
}
