package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import io.jenkins.plugins.videogeneration.run.AbortedRender;
import io.jenkins.plugins.videogeneration.run.BlankFields;
import io.jenkins.plugins.videogeneration.run.BuildRender;
import io.jenkins.plugins.videogeneration.run.ExtraText;
import io.jenkins.plugins.videogeneration.run.NumbersAsText;
import io.jenkins.plugins.videogeneration.run.PipelineProgram;
import io.jenkins.plugins.videogeneration.run.RenderFields;
import io.jenkins.plugins.videogeneration.run.RenderOptions;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.run.VideoResult;
import io.jenkins.plugins.videogeneration.step.GenerateVideoStep;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import jenkins.tasks.SimpleBuildStep;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** A build step that brings a video home: the options that all of these share, and the wait for the video. */
public abstract class RenderBuilder extends Builder implements SimpleBuildStep {

    /** What the user said. */
    abstract RenderOptions options();

    @Override
    public void perform(
            @NonNull Run<?, ?> run,
            @NonNull FilePath workspace,
            @NonNull EnvVars env,
            @NonNull Launcher launcher,
            @NonNull TaskListener listener)
            throws InterruptedException, IOException {
        String key = UUID.randomUUID().toString();
        RenderOptions expanded = options().expanded(env::expand);
        try {
            PipelineProgram.savedWith(run, RenderRuntime.get().worker()).get();
            DeliveryPlace place = new BuilderPlace(workspace, launcher);
            RenderRecord record = await(new BuildRender(run, key, expanded, listener, place).begin());
            VideoEnvironment.set(run, VideoResult.of(record, run, expanded.isArchive()));
        } catch (RuntimeException | ExecutionException e) {
            throw BuilderFailures.of(e);
        }
    }

    private static RenderRecord await(RunningRender render) throws InterruptedException, ExecutionException {
        try {
            return render.outcome().get();
        } catch (InterruptedException e) {
            // the console closes with the build, and shall say before what became of the render
            AbortedRender.soonAfter(render).join();
            throw e;
        }
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

    /** The form of such a build step. */
    public abstract static class DescriptorImpl extends BuildStepDescriptor<Builder>
            implements NumbersAsText, RenderFields {

        /** The fields are those of the step, and so is their help. */
        private static final List<String> SHARED_FIELDS = List.of(
                "prompt",
                "service",
                "model",
                "size",
                "seconds",
                "file",
                "archive",
                "credentialsId",
                "timeoutMinutes",
                "pollSeconds",
                "id",
                "video",
                "variant",
                "inputReference",
                "fitInputReference",
                "inputReferenceUrl",
                "inputReferenceFileId",
                "characters",
                "reuse",
                "extra",
                "thumbnail",
                "spritesheet",
                "onAbort",
                "adopt");

        DescriptorImpl() {
            SHARED_FIELDS.forEach(field -> addHelpFileRedirect(field, GenerateVideoStep.class, field));
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }

        /** The form holds as text what pipelines give as a map or a list. */
        @Override
        public Builder newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
            Builder builder = super.newInstance(req, BlankFields.dropped(form));
            if (builder instanceof SubmitBuilder submit) {
                submit.setExtra(ExtraText.read(form.optString("extraText")));
            }
            if (builder instanceof GenerateVideoBuilder generate) {
                generate.setCharacters(List.of(form.optString("charactersText")));
            }
            return builder;
        }
    }
}
