package io.jenkins.plugins.videogeneration.gallery;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.run.VideoBuilds;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * Some builds of a job with their videos, from one build backwards. However many builds the job has, and however rarely
 * the filter fits, a page reads the journals of few builds and says where the next one goes on.
 */
@Restricted(NoExternalUse.class)
public final class GalleryPage {

    static final int BUILDS = 12;
    static final int MOST_LOOKED_AT = 100;

    private final List<BuildCards> builds = new ArrayList<>();
    private int lastLookedAt;
    private boolean more;

    /**
     * A build and the first of its videos that the filter accepts.
     *
     * @param accepted how many it accepts
     */
    @ExportedBean(defaultVisibility = 2)
    public record BuildCards(Run<?, ?> run, List<VideoCard> cards, int accepted) {
        // for Jelly, which knows getters alone
        public Run<?, ?> getRun() {
            return run;
        }

        @Exported
        public int getNumber() {
            return run.getNumber();
        }

        @Exported
        public String getUrl() {
            return run.getAbsoluteUrl();
        }

        @Exported(name = "videos")
        public List<VideoCard> getCards() {
            return cards;
        }

        public int getAccepted() {
            return accepted;
        }

        public boolean isMore() {
            return accepted > cards.size();
        }
    }

    private GalleryPage() {}

    /** @param before only builds with smaller numbers; null for all */
    static GalleryPage of(VideoBuilds all, Integer before, GalleryFilter filter) {
        GalleryPage page = new GalleryPage();
        Iterator<Integer> numbers =
                all.newestFirst(number -> before == null || number < before).iterator();
        for (int looked = 0; numbers.hasNext(); looked++) {
            if (page.builds.size() == BUILDS || looked == MOST_LOOKED_AT) {
                page.more = true;
                break;
            }
            page.add(all, numbers.next(), filter);
        }
        return page;
    }

    private void add(VideoBuilds all, int number, GalleryFilter filter) {
        lastLookedAt = number;
        var records = all.records(number).stream().filter(filter::mayAccept).toList();
        Run<?, ?> run = records.isEmpty() ? null : all.load(number);
        if (run == null) {
            return;
        }
        List<VideoCard> cards = new BuildGallery(run)
                .cards(records).stream().filter(filter::accepts).toList();
        if (!cards.isEmpty()) {
            List<VideoCard> first =
                    cards.stream().limit(BuildGallery.IN_SUMMARY).toList();
            builds.add(new BuildCards(run, first, cards.size()));
        }
    }

    public List<BuildCards> getBuilds() {
        return builds;
    }

    /** The build before which the next page begins, or null if there is none. */
    public Integer getNext() {
        return more ? lastLookedAt : null;
    }
}
