package io.jenkins.plugins.videogeneration.gallery;

import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Some of the videos of a build, which may have a thousand.
 *
 * @param from how many come before the first of these
 * @param most how many there can be on this page
 * @param all how many the build has
 * @param live whether these may change by themselves
 */
@Restricted(NoExternalUse.class)
public record CardPage(List<VideoCard> cards, int from, int most, int all, boolean live) {
    // for Jelly, which knows getters alone
    public List<VideoCard> getCards() {
        return cards;
    }

    public int getFrom() {
        return from;
    }

    public int getMost() {
        return most;
    }

    public int getAll() {
        return all;
    }

    public boolean isLive() {
        return live;
    }

    /** How many come before the first of the next page, or null if this is the last. */
    public Integer getNext() {
        return from + most < all ? Integer.valueOf(from + most) : null;
    }
}
