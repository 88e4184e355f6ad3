package io.jenkins.plugins.videogeneration.gallery;

import hudson.model.Item;
import hudson.model.Run;
import hudson.util.HttpResponses;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.VideosPage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import jenkins.model.Tab;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;

/** The videos of a build: a summary on its page, a page of their own, and a part of its remote API. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class BuildGallery extends Tab {

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
        BuildVideos videos = run.getAction(BuildVideos.class);
        if (videos == null) {
            return Collections.emptyList();
        }
        Instant now = Instant.now();
        return videos.current().stream()
                .map(record -> new VideoCard(run, record, now))
                .toList();
    }

    /** A card by its render's key: {@code videos/render/KEY}. */
    public VideoCard getRender(String key) {
        return getCards().stream()
                .filter(card -> card.getKey().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Whether the cards may change by themselves. */
    public boolean isLive() {
        return run.isBuilding() || getCards().stream().anyMatch(VideoCard::isRunning);
    }

    /** Whether one button could fetch several videos that were not brought home. */
    public boolean isManyToFetch() {
        return run.getParent().hasPermission(Item.BUILD)
                && getCards().stream()
                                .map(VideoCard::getUndelivered)
                                .filter(video -> video != null && video.isFetchable())
                                .count()
                        > 1;
    }

    /** How far the renders are, for a page that shows them. */
    @GET
    public HttpResponse doProgress() {
        run.checkPermission(Item.READ);
        JSONArray renders = new JSONArray();
        List<VideoCard> cards = getCards();
        cards.forEach(card -> renders.add(progress(card)));
        JSONObject answer = new JSONObject();
        answer.put("building", run.isBuilding() || cards.stream().anyMatch(VideoCard::isRunning));
        answer.put("renders", renders);
        return HttpResponses.okJSON(answer);
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
