package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.ExistingOptions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The build step "Download video". */
public class DownloadVideoBuilder extends RenderBuilder {

    private final ExistingOptions options;

    /** @param id the id that the service gave it */
    @DataBoundConstructor
    public DownloadVideoBuilder(String id) {
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
    public static class DescriptorImpl extends RenderBuilder.DescriptorImpl {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.DownloadVideoBuilder_displayName();
        }
    }
}
