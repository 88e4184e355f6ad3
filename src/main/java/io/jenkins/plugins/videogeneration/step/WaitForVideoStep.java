package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.ExistingOptions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code waitForVideo}: waits for a video that was asked for before, and brings it home. */
public class WaitForVideoStep extends RenderStep {

    private final ExistingOptions options;

    /** @param id the id that the service gave it */
    @DataBoundConstructor
    public WaitForVideoStep(String id) {
        options = new ExistingOptions(id, false);
    }

    @Override
    ExistingOptions options() {
        return options;
    }

    public String getId() {
        return options.getId();
    }

    @Extension
    public static class DescriptorImpl extends RenderStep.DescriptorImpl {

        @Override
        public String getFunctionName() {
            return "waitForVideo";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.WaitForVideoStep_displayName();
        }
    }
}
