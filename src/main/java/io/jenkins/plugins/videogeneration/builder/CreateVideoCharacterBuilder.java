package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.run.NewCharacterQuery;
import java.util.HashMap;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step "Create video character". */
public class CreateVideoCharacterBuilder extends QueryBuilder {

    private final NewCharacterQuery query;

    /**
     * @param name what prompts call the character
     * @param video a video file of the workspace that shows it
     */
    @DataBoundConstructor
    public CreateVideoCharacterBuilder(String name, String video) {
        query = new NewCharacterQuery(name, video);
    }

    @Override
    NewCharacterQuery query() {
        return query;
    }

    @Override
    void answered(Run<?, ?> run, TaskListener listener, Object answer) {
        Map<String, Object> character = new HashMap<>();
        ((Map<?, ?>) answer).forEach((name, value) -> character.put(String.valueOf(name), value));
        VideoEnvironment.setCharacter(run, character);
        Object name = character.get("name");
        Object id = character.get("id");
        String said = id == null
                ? Messages.CreateVideoCharacterBuilder_createdWithoutId(name)
                : Messages.CreateVideoCharacterBuilder_created(name, id);
        listener.getLogger().println("[video] " + OneLine.of(said));
    }

    public String getName() {
        return query.getName();
    }

    public String getVideo() {
        return query.getVideo();
    }

    @Extension
    public static class DescriptorImpl extends QueryBuilder.DescriptorImpl {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.CreateVideoCharacterBuilder_displayName();
        }
    }
}
