package io.jenkins.plugins.videogeneration.gallery;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.videogeneration.run.VideoBuilds;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Gives each job that has a build with renders its gallery. */
@Extension
@Restricted(NoExternalUse.class)
@SuppressWarnings("rawtypes")
public final class JobGalleryFactory extends TransientActionFactory<Job> {

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return JobGallery.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job job) {
        Job<?, ?> typed = job;
        return new VideoBuilds(typed).isEmpty() ? List.of() : List.of(new JobGallery(typed));
    }
}
