package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.run.IdQuery;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code getVideoCharacter}: what a service says about a character. */
public class GetVideoCharacterStep extends QueryStep {

    private final IdQuery query;

    /** @param id the id that the service gave it */
    @DataBoundConstructor
    public GetVideoCharacterStep(String id) {
        query = new IdQuery(VideoOperation.RETRIEVE_CHARACTER, id);
    }

    @Override
    IdQuery query() {
        return query;
    }

    public String getId() {
        return query.getId();
    }

    @Extension
    public static class DescriptorImpl extends QueryStep.DescriptorImpl {

        @Override
        public String getFunctionName() {
            return "getVideoCharacter";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GetVideoCharacterStep_displayName();
        }
    }
}
