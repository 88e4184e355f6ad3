package io.jenkins.plugins.videogeneration.step;

import hudson.FilePath;
import hudson.Launcher;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The workspace that a step runs in, if any; asked for each time, since an agent may be another after a restart. */
record StepPlace(StepContext context) implements DeliveryPlace {

    @Override
    public FilePath workspace() throws IOException, InterruptedException {
        return context.get(FilePath.class);
    }

    @Override
    public Launcher launcher() throws IOException, InterruptedException {
        return context.get(Launcher.class);
    }
}
