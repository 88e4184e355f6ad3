package io.jenkins.plugins.videogeneration.adoption;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.ManagementLink;
import io.jenkins.plugins.videogeneration.budget.Budget;
import io.jenkins.plugins.videogeneration.budget.ServiceSums;
import io.jenkins.plugins.videogeneration.run.OpenRenders;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** For the administrator: all renders that this Jenkins asked for and that no build brought home. */
@Extension
public class UndeliveredVideosLink extends ManagementLink {

    /** Brings a video home into the build that asked for it. */
    @POST
    public HttpResponse doFetch(@QueryParameter String key) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        UndeliveredVideo video = find(key);
        if (video != null && video.isFetchable()) {
            Adoptions.get().fetch(video.open(), video.run());
        }
        return new HttpRedirect(".");
    }

    /** Has a video deleted at its service. */
    @POST
    public HttpResponse doDelete(@QueryParameter String key) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        UndeliveredVideo video = find(key);
        if (video != null && video.isDeletable()) {
            Adoptions.get().delete(video.open(), video.run());
        }
        return new HttpRedirect(".");
    }

    /** Takes a video off the list, whatever becomes of it at its service. */
    @POST
    public HttpResponse doForget(@QueryParameter String key) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        UndeliveredVideo video = find(key);
        if (video != null) {
            Adoptions.get().forget(video.open());
        }
        return new HttpRedirect(".");
    }

    /** @return null if it has been brought home or deleted since the page was shown */
    private static UndeliveredVideo find(String key) {
        return OpenRenders.get()
                .find(key)
                .flatMap(open -> UndeliveredVideo.of(open, open.findBuild().orElse(null)))
                .orElse(null);
    }

    public List<UndeliveredVideo> getVideos() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return UndeliveredVideo.all();
    }

    /** What each service was asked for. */
    public List<ServiceSums> getSums() throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return Budget.get().ofServices();
    }

    @Override
    public String getIconFileName() {
        return "symbol-download";
    }

    @Override
    public String getDisplayName() {
        return Messages.UndeliveredVideosLink_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.UndeliveredVideosLink_description();
    }

    @Override
    public String getUrlName() {
        return "undelivered-videos";
    }

    @NonNull
    @Override
    public Category getCategory() {
        return Category.TROUBLESHOOTING;
    }
}
