package io.jenkins.plugins.videogeneration.gallery;

import hudson.Util;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.budget.Budget;
import io.jenkins.plugins.videogeneration.budget.ServiceSums;
import io.jenkins.plugins.videogeneration.run.VideoBuilds;
import io.jenkins.plugins.videogeneration.run.VideosPage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import jenkins.model.Tab;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The videos of a job: the latest on its page, all of them in a gallery, and a part of its remote API. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class JobGallery extends Tab {

    /** The latest video is looked for in so many builds; older ones are in the gallery. */
    private static final int LATEST_BUILDS = 5;

    private final Job<?, ?> job;
    private final VideoBuilds builds;

    JobGallery(Job<?, ?> job) {
        super(job);
        this.job = job;
        this.builds = new VideoBuilds(job);
    }

    @Override
    public String getIconFileName() {
        return "symbol-film plugin-video-generation";
    }

    @Override
    public String getDisplayName() {
        return Messages.Gallery_title();
    }

    @Override
    public String getUrlName() {
        return VideosPage.URL_NAME;
    }

    public Job<?, ?> getJob() {
        return job;
    }

    /** The latest finished video of the newest builds; if none has finished, the latest of all, or null. */
    @Exported(name = "latestVideo", visibility = 2)
    public VideoCard getLatest() {
        List<VideoCard> newest = builds.newestFirst(number -> true)
                .limit(LATEST_BUILDS)
                .map(builds::load)
                .filter(run -> run != null)
                .flatMap(run -> newestFirst(new BuildGallery(run).getCards()).stream())
                .toList();
        return newest.stream()
                .filter(card -> card.getState().equals(CardState.FINISHED.id()))
                .findFirst()
                .orElse(newest.isEmpty() ? null : newest.get(0));
    }

    private static List<VideoCard> newestFirst(List<VideoCard> cards) {
        return cards.stream()
                .sorted(Comparator.comparingInt(cards::indexOf).reversed())
                .toList();
    }

    /** The part of the gallery that a request asks for. */
    public GalleryPage page(StaplerRequest2 request) {
        return GalleryPage.of(
                builds,
                number(request, "before"),
                GalleryFilter.of(request.getParameter("status"), request.getParameter("text")));
    }

    /** The address of what follows a page, under the same filter. */
    public String olderUrl(StaplerRequest2 request, GalleryPage page) {
        return "?before=" + page.getNext() + query(request, "status") + query(request, "text");
    }

    private static String query(StaplerRequest2 request, String parameter) {
        String value = Util.fixEmptyAndTrim(request.getParameter(parameter));
        return value == null ? "" : "&" + parameter + "=" + Util.rawEncode(value);
    }

    /** What the filter offers. */
    public List<CardStateItem> getStates() {
        return Arrays.stream(CardState.values())
                .map(state -> new CardStateItem(state.id(), state.label()))
                .toList();
    }

    /** A state and its name for people. */
    public record CardStateItem(String id, String label) {
        // for Jelly, which knows getters alone
        public String getId() {
            return id;
        }

        public String getLabel() {
            return label;
        }
    }

    public List<Trend> getTrends() {
        return JobTrends.of(builds);
    }

    /** What the job has asked for, at each service that it used. */
    @Exported(visibility = 2)
    public List<ServiceSums> getSums() throws IOException {
        return Budget.get().ofJob(job.getFullName());
    }

    /** The two builds that are compared: those of the request, else the newest two; null for one that is not there. */
    public List<BuildGallery> compared(StaplerRequest2 request) {
        List<Integer> newest =
                builds.newestFirst(number -> true).limit(2).sorted().toList();
        Integer left = number(request, "left");
        Integer right = number(request, "right");
        if (left == null && !newest.isEmpty()) {
            left = newest.get(0);
        }
        if (right == null && !newest.isEmpty()) {
            right = newest.get(newest.size() - 1);
        }
        return Arrays.asList(gallery(left), gallery(right));
    }

    private BuildGallery gallery(Integer number) {
        Run<?, ?> run = number == null ? null : builds.load(number);
        return run == null ? null : new BuildGallery(run);
    }

    private static Integer number(StaplerRequest2 request, String parameter) {
        String value = Util.fixEmptyAndTrim(request.getParameter(parameter));
        // what is no number of a build is no wish
        return value != null && value.matches("\\d{1,9}") ? Integer.valueOf(value) : null;
    }
}
