package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.ExistingOptions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code downloadVideo}: brings home what a service has rendered: a video, its thumbnail or its sprite sheet. */
public class DownloadVideoStep extends RenderStep {

    private final ExistingOptions options;

    /** @param id the id that the service gave it */
    @DataBoundConstructor
    public DownloadVideoStep(String id) {
        options = new ExistingOptions(id, true);
    }

    @Override
    ExistingOptions options() {
        return options;
    }

    public String getId() {
        return options.getId();
    }

    public String getVariant() {
        return options.getVariant();
    }

    @DataBoundSetter
    public void setVariant(String variant) {
        options.setVariant(variant);
    }

    @Extension
    public static class DescriptorImpl extends RenderStep.DescriptorImpl {

        @Override
        public String getFunctionName() {
            return "downloadVideo";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.DownloadVideoStep_displayName();
        }
    }
}
