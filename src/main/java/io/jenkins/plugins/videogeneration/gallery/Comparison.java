package io.jenkins.plugins.videogeneration.gallery;

import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The videos of two builds beside each other.
 *
 * @param sides the left and the right build
 * @param pairs videos of the same name, in the order of the left build, and then those that only the right one has
 */
@Restricted(NoExternalUse.class)
public record Comparison(List<Side> sides, List<Pair> pairs) {

    /**
     * One of the builds.
     *
     * @param number what was asked for; null if nothing was, and there is no other build with videos
     * @param build null if it is not there
     * @param page its first videos; null without a build
     */
    public record Side(Integer number, BuildGallery build, CardPage page) {
        // for Jelly, which knows getters alone
        public Integer getNumber() {
            return number;
        }

        public Run<?, ?> getRun() {
            return build == null ? null : build.getRun();
        }

        public CardPage getPage() {
            return page;
        }

        private List<VideoCard> cards() {
            return page == null ? List.of() : page.cards();
        }
    }

    /**
     * Videos of the same name.
     *
     * @param left null if only the right build has one
     * @param right null if only the left build has one
     */
    public record Pair(VideoCard left, VideoCard right) {
        // for Jelly, which knows getters alone
        public VideoCard getLeft() {
            return left;
        }

        public VideoCard getRight() {
            return right;
        }
    }

    static Comparison of(Side left, Side right) {
        // a build beside itself shows nothing, and has each video twice
        boolean same = left.number() != null && left.number().equals(right.number());
        List<VideoCard> others = new ArrayList<>(same ? List.of() : right.cards());
        List<Pair> pairs = new ArrayList<>();
        for (VideoCard card : left.cards()) {
            Optional<VideoCard> other = others.stream()
                    .filter(candidate -> candidate.getFileName().equals(card.getFileName()))
                    .findFirst();
            other.ifPresent(others::remove);
            pairs.add(new Pair(card, other.orElse(null)));
        }
        others.forEach(card -> pairs.add(new Pair(null, card)));
        return new Comparison(List.of(left, right), pairs);
    }

    // for Jelly, which knows getters alone
    public List<Side> getSides() {
        return sides;
    }

    public List<Pair> getPairs() {
        return pairs;
    }
}
