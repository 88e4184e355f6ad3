package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.ExtendOptions;
import io.jenkins.plugins.videogeneration.step.ExtendVideoStep;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The build step "Extend video". */
public class ExtendVideoBuilder extends SubmitBuilder {

    private final ExtendOptions options;

    /** @param prompt what happens next */
    @DataBoundConstructor
    public ExtendVideoBuilder(String prompt) {
        options = new ExtendOptions(prompt);
    }

    @Override
    ExtendOptions options() {
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

    public String getSeconds() {
        return options.getSeconds();
    }

    @DataBoundSetter
    public void setSeconds(String seconds) {
        options.setSeconds(seconds);
    }

    @Extension
    public static class DescriptorImpl extends RenderBuilder.DescriptorImpl {

        public DescriptorImpl() {
            // how much is added, not how long the video plays
            addHelpFileRedirect("seconds", ExtendVideoStep.class, "seconds");
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ExtendVideoBuilder_displayName();
        }
    }
}
