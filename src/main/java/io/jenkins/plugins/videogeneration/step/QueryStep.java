package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.run.BlankFields;
import io.jenkins.plugins.videogeneration.run.QueryFields;
import io.jenkins.plugins.videogeneration.run.VideoQuery;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** A step that asks a service something and renders nothing: the options that all of these share. */
public abstract class QueryStep extends Step {

    /** What the user asks. */
    abstract VideoQuery query();

    @Override
    public StepExecution start(StepContext context) {
        return new QueryStepExecution(context, query());
    }

    public String getService() {
        return query().getService();
    }

    @DataBoundSetter
    public void setService(String service) {
        query().setService(service);
    }

    public String getCredentialsId() {
        return query().getCredentialsId();
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        query().setCredentialsId(credentialsId);
    }

    /** The form of such a step. */
    public abstract static class DescriptorImpl extends StepDescriptor implements QueryFields {

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        @Override
        public Step newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
            return super.newInstance(req, BlankFields.dropped(form));
        }

        /** What the stage view shows beside the step's name. */
        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return Shortened.of(namedArgs.getOrDefault("id", namedArgs.get("name")));
        }
    }
}
