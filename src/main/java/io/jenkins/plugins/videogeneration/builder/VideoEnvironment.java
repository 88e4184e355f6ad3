package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.model.EnvironmentContributingAction;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a build step found out, as environment variables of the steps after it: VIDEO_ID, VIDEO_FILE and so on. */
public class VideoEnvironment extends InvisibleAction implements EnvironmentContributingAction {

    private static final String PREFIX = "VIDEO_";
    private static final String CHARACTER = "CHARACTER_";

    private final Map<String, String> variables;

    private VideoEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Takes the place of what the render before has set. */
    static void set(Run<?, ?> run, Map<String, Object> result) {
        set(run, "", result);
    }

    /** The same for a character, whose variables stay beside those of a render: VIDEO_CHARACTER_ID and so on. */
    static void setCharacter(Run<?, ?> run, Map<String, Object> character) {
        set(run, CHARACTER, character);
    }

    private static void set(Run<?, ?> run, String kind, Map<String, Object> result) {
        Map<String, String> variables = new TreeMap<>();
        VideoEnvironment before = run.getAction(VideoEnvironment.class);
        if (before != null) {
            variables.putAll(before.variables);
            // a video without a thumbnail must not be taken for one with the thumbnail of the video before
            variables.keySet().removeIf(name -> name.startsWith(PREFIX + CHARACTER) == kind.equals(CHARACTER));
        }
        result.forEach((name, value) -> {
            if (value != null) {
                variables.put(PREFIX + kind + constantCase(name), value.toString());
            }
        });
        run.replaceAction(new VideoEnvironment(variables));
    }

    /** submittedAt becomes SUBMITTED_AT. */
    private static String constantCase(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    @Override
    public void buildEnvironment(@NonNull Run<?, ?> run, @NonNull EnvVars env) {
        env.putAll(variables);
    }
}
