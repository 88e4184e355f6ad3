package io.jenkins.plugins.videogeneration.gallery;

import hudson.Util;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.budget.Budget;
import io.jenkins.plugins.videogeneration.budget.ServiceSums;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.VideoBuilds;
import io.jenkins.plugins.videogeneration.run.VideosPage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        List<Render> newest = builds.newestFirst(number -> true)
                .limit(LATEST_BUILDS)
                .flatMap(number -> latestFirst(builds.records(number)).map(record -> new Render(number, record)))
                .toList();
        return newest.stream()
                .filter(render -> render.record().phase() == Phase.DELIVERED)
                .findFirst()
                .or(() -> newest.stream().findFirst())
                .map(this::card)
                .orElse(null);
    }

    private record Render(int build, RenderRecord record) {}

    private static Stream<RenderRecord> latestFirst(List<RenderRecord> records) {
        return IntStream.range(0, records.size()).mapToObj(i -> records.get(records.size() - 1 - i));
    }

    /** Null if the build was deleted meanwhile. */
    private VideoCard card(Render render) {
        BuildGallery gallery = gallery(render.build());
        return gallery == null ? null : gallery.getRender(render.record().key());
    }

    /** The part of the gallery that a request asks for. */
    public GalleryPage page(StaplerRequest2 request) {
        return GalleryPage.of(
                builds,
                RequestNumber.of(request, "before").orElse(null),
                GalleryFilter.of(request.getParameter("status"), request.getParameter("text")));
    }

    /** The newest builds and their videos; for who asks the remote API for more than the latest. */
    @Exported(visibility = 1)
    public List<GalleryPage.BuildCards> getBuilds() {
        return GalleryPage.of(builds, null, GalleryFilter.of(null, null)).getBuilds();
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

    @Exported(visibility = 1)
    public List<Trend> getTrends() {
        return JobTrends.of(builds);
    }

    /** What the job has asked for, at each service that it used. */
    @Exported(visibility = 2)
    public List<ServiceSums> getSums() throws IOException {
        return Budget.get().ofJob(job.getFullName());
    }

    /** The two builds that a request names, or the newest that it leaves open. */
    public Comparison compared(StaplerRequest2 request) {
        Integer asked = RequestNumber.of(request, "left").orElse(null);
        Integer right = RequestNumber.of(request, "right").orElseGet(() -> newest(number -> !number.equals(asked)));
        Integer left = asked == null ? newest(number -> right == null || number < right) : asked;
        return Comparison.of(side(left), side(right));
    }

    private Integer newest(Predicate<Integer> wanted) {
        return builds.newestFirst(wanted).findFirst().orElse(null);
    }

    private Comparison.Side side(Integer number) {
        BuildGallery gallery = gallery(number);
        return new Comparison.Side(number, gallery, gallery == null ? null : gallery.getSummary());
    }

    private BuildGallery gallery(Integer number) {
        Run<?, ?> run = number == null ? null : builds.load(number);
        return run == null ? null : new BuildGallery(run);
    }
}
