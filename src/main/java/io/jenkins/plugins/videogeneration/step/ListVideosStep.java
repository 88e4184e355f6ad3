package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.VideoListQuery;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code listVideos}: the videos of a service. */
public class ListVideosStep extends QueryStep {

    private final VideoListQuery query;

    @DataBoundConstructor
    public ListVideosStep() {
        query = new VideoListQuery();
    }

    @Override
    VideoListQuery query() {
        return query;
    }

    public int getLimit() {
        return query.getLimit();
    }

    @DataBoundSetter
    public void setLimit(int limit) {
        query.setLimit(limit);
    }

    public String getOrder() {
        return query.getOrder();
    }

    @DataBoundSetter
    public void setOrder(String order) {
        query.setOrder(order);
    }

    public String getAfter() {
        return query.getAfter();
    }

    @DataBoundSetter
    public void setAfter(String after) {
        query.setAfter(after);
    }

    @Extension
    public static class DescriptorImpl extends QueryStep.DescriptorImpl {

        @Override
        public String getFunctionName() {
            return "listVideos";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ListVideosStep_displayName();
        }
    }
}
