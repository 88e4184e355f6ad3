package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogeneration.run.BuildQuery;
import io.jenkins.plugins.videogeneration.run.PipelineProgram;
import io.jenkins.plugins.videogeneration.run.QueryFields;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.run.VideoQuery;
import io.jenkins.plugins.videogeneration.step.CreateVideoCharacterStep;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundSetter;

/** A build step that asks a service something and renders nothing: the options that all of these share. */
public abstract class QueryBuilder extends Builder implements SimpleBuildStep {

    /** What the user asks. */
    abstract VideoQuery query();

    /** Makes the answer known to the console and the steps after this one. */
    abstract void answered(Run<?, ?> run, TaskListener listener, Object answer);

    @Override
    public void perform(
            @NonNull Run<?, ?> run,
            @NonNull FilePath workspace,
            @NonNull EnvVars env,
            @NonNull Launcher launcher,
            @NonNull TaskListener listener)
            throws InterruptedException, IOException {
        try {
            VideoQuery expanded = query().expanded(env::expand);
            if (!expanded.isRepeatable()) {
                PipelineProgram.savedWith(run, RenderRuntime.get().worker()).get();
            }
            CompletableFuture<Object> answer = new BuildQuery(
                            run, UUID.randomUUID().toString(), expanded, new BuilderPlace(workspace, launcher))
                    .ask();
            answered(run, listener, await(answer));
        } catch (RuntimeException | ExecutionException e) {
            throw BuilderFailures.of(e);
        }
    }

    private static Object await(CompletableFuture<Object> answer) throws InterruptedException, ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
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

    /** The form of such a build step. */
    public abstract static class DescriptorImpl extends BuildStepDescriptor<Builder> implements QueryFields {

        DescriptorImpl() {
            // the fields are those of the steps, and so is their help
            List.of("id", "service", "credentialsId", "name", "video")
                    .forEach(field -> addHelpFileRedirect(field, CreateVideoCharacterStep.class, field));
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
