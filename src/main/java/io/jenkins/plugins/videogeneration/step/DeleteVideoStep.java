package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.run.IdQuery;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code deleteVideo}: lets a service forget a video. */
public class DeleteVideoStep extends QueryStep {

    private final IdQuery query;

    /** @param id the id that the service gave it */
    @DataBoundConstructor
    public DeleteVideoStep(String id) {
        query = new IdQuery(VideoOperation.DELETE, id);
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
            return "deleteVideo";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.DeleteVideoStep_displayName();
        }
    }
}
