package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.RemixOptions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code remixVideo}: a new video with another one as its pattern. */
public class RemixVideoStep extends SubmitStep {

    private final RemixOptions options;

    /**
     * @param id the pattern, by the id that the service gave it
     * @param prompt what shall be different
     */
    @DataBoundConstructor
    public RemixVideoStep(String id, String prompt) {
        options = new RemixOptions(id, prompt);
    }

    @Override
    RemixOptions options() {
        return options;
    }

    public String getId() {
        return options.getId();
    }

    @Extension
    public static class DescriptorImpl extends RenderStep.DescriptorImpl {

        @Override
        public String getFunctionName() {
            return "remixVideo";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.RemixVideoStep_displayName();
        }
    }
}
