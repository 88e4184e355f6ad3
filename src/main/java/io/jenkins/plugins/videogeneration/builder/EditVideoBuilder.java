package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.EditOptions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The build step "Edit video". */
public class EditVideoBuilder extends SubmitBuilder {

    private final EditOptions options;

    /** @param prompt how to change it */
    @DataBoundConstructor
    public EditVideoBuilder(String prompt) {
        options = new EditOptions(prompt);
    }

    @Override
    EditOptions options() {
        return options;
    }

    public String getId() {
        return options.getId();
    }

    @DataBoundSetter
    public void setId(String id) {
        options.setId(id);
    }

    public String getVideo() {
        return options.getVideo();
    }

    @DataBoundSetter
    public void setVideo(String video) {
        options.setVideo(video);
    }

    @Extension
    public static class DescriptorImpl extends RenderBuilder.DescriptorImpl {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.EditVideoBuilder_displayName();
        }
    }
}
