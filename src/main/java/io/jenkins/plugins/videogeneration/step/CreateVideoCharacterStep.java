package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.NewCharacterQuery;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code createVideoCharacter}: a character that later videos can show. */
public class CreateVideoCharacterStep extends QueryStep {

    private final NewCharacterQuery query;

    /**
     * @param name what prompts call the character
     * @param video a video file of the workspace that shows it
     */
    @DataBoundConstructor
    public CreateVideoCharacterStep(String name, String video) {
        query = new NewCharacterQuery(name, video);
    }

    @Override
    NewCharacterQuery query() {
        return query;
    }

    public String getName() {
        return query.getName();
    }

    public String getVideo() {
        return query.getVideo();
    }

    @Extension
    public static class DescriptorImpl extends QueryStep.DescriptorImpl {

        @Override
        public String getFunctionName() {
            return "createVideoCharacter";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.CreateVideoCharacterStep_displayName();
        }
    }
}
