package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.run.BlankFields;
import io.jenkins.plugins.videogeneration.run.ExtraText;
import io.jenkins.plugins.videogeneration.run.NumbersAsText;
import io.jenkins.plugins.videogeneration.run.RenderFields;
import io.jenkins.plugins.videogeneration.run.RenderOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** A step that brings a video home: the options that all of these share. */
public abstract class RenderStep extends Step {

    /** What the user said. */
    abstract RenderOptions options();

    @Override
    public StepExecution start(StepContext context) {
        return new RenderStepExecution(context, options());
    }

    public String getService() {
        return options().getService();
    }

    @DataBoundSetter
    public void setService(String service) {
        options().setService(service);
    }

    public String getCredentialsId() {
        return options().getCredentialsId();
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        options().setCredentialsId(credentialsId);
    }

    public String getFile() {
        return options().getFile();
    }

    @DataBoundSetter
    public void setFile(String file) {
        options().setFile(file);
    }

    public boolean isArchive() {
        return options().isArchive();
    }

    @DataBoundSetter
    public void setArchive(boolean archive) {
        options().setArchive(archive);
    }

    public int getTimeoutMinutes() {
        return options().getTimeoutMinutes();
    }

    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        options().setTimeoutMinutes(timeoutMinutes);
    }

    public int getPollSeconds() {
        return options().getPollSeconds();
    }

    @DataBoundSetter
    public void setPollSeconds(int pollSeconds) {
        options().setPollSeconds(pollSeconds);
    }

    public boolean isThumbnail() {
        return options().isThumbnail();
    }

    @DataBoundSetter
    public void setThumbnail(boolean thumbnail) {
        options().setThumbnail(thumbnail);
    }

    public boolean isSpritesheet() {
        return options().isSpritesheet();
    }

    @DataBoundSetter
    public void setSpritesheet(boolean spritesheet) {
        options().setSpritesheet(spritesheet);
    }

    /** The form of such a step. */
    public abstract static class DescriptorImpl extends StepDescriptor implements NumbersAsText, RenderFields {

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        /** What the stage view shows beside the step's name. */
        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return Shortened.of(namedArgs.getOrDefault("prompt", namedArgs.get("id")));
        }

        /** The form holds as text what pipelines give as a map or a list. */
        @Override
        public Step newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
            Step step = super.newInstance(req, BlankFields.dropped(form));
            if (step instanceof SubmitStep submit) {
                submit.setExtra(ExtraText.read(form.optString("extraText")));
            }
            if (step instanceof GenerateVideoStep generate) {
                generate.setCharacters(List.of(form.optString("charactersText")));
            }
            return step;
        }
    }
}
