package io.jenkins.plugins.videogeneration.simulator;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * The rules for jobs that fail, as people set them.
     *
     * @param moderated what prompts contain that the moderation refuses; nothing if null or empty
     * @param failing what prompts contain that fail on the server; nothing if null or empty
     */
    public static List<PromptRule> of(String moderated, String failing) {
        List<PromptRule> rules = new ArrayList<>();
        if (moderated != null && !moderated.isEmpty()) {
            rules.add(new PromptRule(moderated, Effect.MODERATION_BLOCKED));
        }
        if (failing != null && !failing.isEmpty()) {
            rules.add(new PromptRule(failing, Effect.JOB_FAILS));
        }
        return List.copyOf(rules);
    }

    boolean concerns(String prompt) {
        return prompt.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
