package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.RemixOptions;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step "Remix video". */
public class RemixVideoBuilder extends SubmitBuilder {

    private final RemixOptions options;

    /**
     * @param id the pattern, by the id that the service gave it
     * @param prompt what shall be different
     */
    @DataBoundConstructor
    public RemixVideoBuilder(String id, String prompt) {
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
    public static class DescriptorImpl extends RenderBuilder.DescriptorImpl {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.RemixVideoBuilder_displayName();
        }
    }
}
