package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.ExtendOptions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code extendVideo}: goes on where a video ends. */
public class ExtendVideoStep extends SubmitStep {

    private final ExtendOptions options;

    /** @param prompt what happens next */
    @DataBoundConstructor
    public ExtendVideoStep(String prompt) {
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
    public static class DescriptorImpl extends RenderStep.DescriptorImpl {

        @Override
        public String getFunctionName() {
            return "extendVideo";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ExtendVideoStep_displayName();
        }
    }
}
