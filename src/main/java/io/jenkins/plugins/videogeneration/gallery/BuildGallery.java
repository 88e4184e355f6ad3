package io.jenkins.plugins.videogeneration.gallery;

import hudson.model.Item;
import hudson.model.Run;
import hudson.util.HttpResponses;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.VideosPage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jenkins.model.Tab;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;

/** The videos of a build: a summary on its page, a page of their own, and a part of its remote API. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class BuildGallery extends Tab {

    /** On the page of the build, which is about more than its videos. */
    static final int IN_SUMMARY = 12;

    static final int ON_PAGE = 24;

    private final Run<?, ?> run;

    BuildGallery(Run<?, ?> run) {
        super(run);
        this.run = run;
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

    public Run<?, ?> getRun() {
        return run;
    }

    /** In the order in which they were asked for. */
    @Exported(name = "videos", visibility = 2)
    public List<VideoCard> getCards() {
        return cards(records());
    }

    private List<RenderRecord> records() {
        return videos().map(BuildVideos::records).orElse(List.of());
    }

    private Optional<BuildVideos> videos() {
        return Optional.ofNullable(run.getAction(BuildVideos.class));
    }

    /** The cards of some renders of this build, as they are now. */
    List<VideoCard> cards(List<RenderRecord> records) {
        List<RenderRecord> current = videos().stream()
                .flatMap(videos -> records.stream().map(videos::withProgress))
                .toList();
        StoredNames stored = new StoredNames(run, current);
        Instant now = Instant.now();
        return current.stream()
                .map(record -> new VideoCard(run, record, stored, now))
                .toList();
    }

    /** The first ones. */
    public CardPage getSummary() {
        return page(0, IN_SUMMARY);
    }

    /** Those that a request asks for. */
    public CardPage page(StaplerRequest2 request) {
        int most = RequestNumber.of(request, "most").orElse(ON_PAGE);
        return page(RequestNumber.of(request, "from").orElse(0), Math.min(most, ON_PAGE));
    }

    private CardPage page(int from, int most) {
        List<RenderRecord> all = records();
        List<VideoCard> cards = cards(all.stream().skip(from).limit(most).toList());
        return new CardPage(cards, from, most, all.size(), isLive(cards));
    }

    private boolean isLive(List<VideoCard> cards) {
        return run.isBuilding() || cards.stream().anyMatch(VideoCard::isRunning);
    }

    /** A card by its render's key: {@code videos/render/KEY}. */
    public VideoCard getRender(String key) {
        return videos().flatMap(videos -> videos.record(key))
                .map(record -> cards(List.of(record)).get(0))
                .orElse(null);
    }

    /** Whether one button could fetch several videos that were not brought home. */
    public boolean isManyToFetch() {
        return run.getParent().hasPermission(Item.BUILD)
                && getCards().stream()
                                .map(VideoCard::getUndelivered)
                                .filter(video -> video != null && video.isFetchable())
                                .limit(2)
                                .count()
                        > 1;
    }

    /**
     * How far renders are, for a page that shows them: those that the request names by {@code key}, or those between
     * {@code from} and {@code most}.
     */
    @GET
    public HttpResponse doProgress(StaplerRequest2 request) {
        run.checkPermission(Item.READ);
        String[] keys = request.getParameterValues("key");
        List<VideoCard> cards = keys == null ? page(request).cards() : named(keys);
        JSONArray renders = new JSONArray();
        cards.forEach(card -> renders.add(progress(card)));
        JSONObject answer = new JSONObject();
        answer.put("building", isLive(cards));
        answer.put("renders", renders);
        return HttpResponses.okJSON(answer);
    }

    private List<VideoCard> named(String[] keys) {
        return Arrays.stream(keys)
                .limit(ON_PAGE)
                .map(this::getRender)
                .filter(Objects::nonNull)
                .toList();
    }

    private static JSONObject progress(VideoCard card) {
        JSONObject render = new JSONObject();
        render.put("key", card.getKey());
        render.put("state", card.getState());
        render.put("status", card.getStatusText());
        render.put("elapsed", card.getElapsedText());
        if (card.getProgress() != null) {
            render.put("progress", card.getProgress());
        }
        return render;
    }
}
