package io.jenkins.plugins.videogeneration.adoption;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.VideosPage;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Fetches what a build asked for and did not bring home. The cards of its videos have the buttons for it. */
@Restricted(NoExternalUse.class)
public final class BuildAdoption implements Action {

    static final String URL_NAME = "video-adoption";

    private final Run<?, ?> run;

    BuildAdoption(Run<?, ?> run) {
        this.run = run;
    }

    /**
     * Fetches videos into the build's artifacts, in the background.
     *
     * @param key the render's, or null for all of the build
     */
    @POST
    public HttpResponse doFetch(@QueryParameter String key) throws IOException {
        run.getParent().checkPermission(Item.BUILD);
        for (UndeliveredVideo video : getVideos()) {
            if (video.isFetchable() && (key == null || key.equals(video.getKey()))) {
                Adoptions.get().fetch(video.open(), run);
            }
        }
        return new HttpRedirect("../" + VideosPage.URL_NAME + "/");
    }

    public List<UndeliveredVideo> getVideos() {
        return UndeliveredVideo.of(run);
    }

    /** Relative to the build. */
    @Override
    public String getUrlName() {
        return URL_NAME;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    /** Adds it to builds that have renders. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static class Factory extends TransientActionFactory<Run> {

        @Override
        public Class<Run> type() {
            return Run.class;
        }

        @Override
        public Class<BuildAdoption> actionType() {
            return BuildAdoption.class;
        }

        @NonNull
        @Override
        public Collection<BuildAdoption> createFor(@NonNull Run run) {
            // asked for very often: whether there is something to fetch is looked up when the page is shown
            return run.getAction(BuildVideos.class) == null ? List.of() : List.of(new BuildAdoption((Run<?, ?>) run));
        }
    }
}
