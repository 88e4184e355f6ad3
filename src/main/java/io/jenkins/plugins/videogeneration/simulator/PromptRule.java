package io.jenkins.plugins.videogeneration.simulator;

import java.util.Locale;
import java.util.Objects;

/**
 * Makes renders fail by what their prompt says.
 *
 * @param text looked for in the prompt, upper and lower case being the same
 * @param effect what happens then
 */
public record PromptRule(String text, Effect effect) {

    /** What can happen to a render. */
    public enum Effect {
        /** The call works, the job fails with {@link JobError#moderationBlocked()}. */
        MODERATION_BLOCKED,
        /** The call works, the job fails with {@link JobError#serverError()}. */
        JOB_FAILS,
        /** The call itself answers 500 and makes no job. */
        CALL_FAILS
    }

    /** @throws IllegalArgumentException when the text is empty */
    public PromptRule {
        Objects.requireNonNull(effect);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the text is empty");
        }
    }

    boolean concerns(String prompt) {
        return prompt.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
