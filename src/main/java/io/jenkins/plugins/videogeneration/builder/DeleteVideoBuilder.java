package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.run.IdQuery;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step "Delete video". */
public class DeleteVideoBuilder extends QueryBuilder {

    private final IdQuery query;

    /** @param id the id that the service gave it */
    @DataBoundConstructor
    public DeleteVideoBuilder(String id) {
        query = new IdQuery(VideoOperation.DELETE, id);
    }

    @Override
    IdQuery query() {
        return query;
    }

    @Override
    void answered(Run<?, ?> run, TaskListener listener, Object answer) {
        Map<?, ?> result = (Map<?, ?>) answer;
        String line = Boolean.TRUE.equals(result.get("deleted"))
                ? Messages.DeleteVideoBuilder_deleted(result.get("id"))
                : Messages.DeleteVideoBuilder_notDeleted(result.get("id"));
        listener.getLogger().println("[video] " + OneLine.of(line));
    }

    public String getId() {
        return query.getId();
    }

    @Extension
    public static class DescriptorImpl extends QueryBuilder.DescriptorImpl {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.DeleteVideoBuilder_displayName();
        }
    }
}
