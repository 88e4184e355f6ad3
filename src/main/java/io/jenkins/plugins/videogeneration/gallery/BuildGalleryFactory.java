package io.jenkins.plugins.videogeneration.gallery;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Gives each build that has renders its gallery; a build without any has no link and no summary. */
@Extension
@Restricted(NoExternalUse.class)
@SuppressWarnings("rawtypes")
public final class BuildGalleryFactory extends TransientActionFactory<Run> {

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return BuildGallery.class;
    }

    @Override
    public Collection<? extends Action> createFor(Run run) {
        BuildVideos videos = ((Run<?, ?>) run).getAction(BuildVideos.class);
        return videos == null || !videos.exist() ? List.of() : List.of(new BuildGallery(run));
    }
}
