package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoPage;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One walk through the pages of a service's list, as far as renders are waited for that did not show up yet. */
final class ListRound {

    private static final int PAGE = 100;
    /** The first page of some servers is empty although others follow. */
    private static final int MOST_FRUITLESS_PAGES = 2;
    /** A list that takes longer holds up what single questions would have told. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Enough for a list to prove itself; what else has ended is told by the next round, then without a question. */
    private static final int MOST_CONFIRMATIONS = 8;

    /** What becomes of what is found; called one after the other. */
    interface Listener {
        /** A page came; says how many renders it told something new of. */
        int found(ListRound round, List<Video> videos);

        /** The walk is over; {@code error} says why it ended early, or is null. */
        void over(ListRound round, Throwable error);
    }

    private final Set<AwaitedRender> missing;
    private final AwaitedRender witness;
    private final Listener listener;
    private final Timing timing;
    private final Executor worker;
    private final int mostPages;

    private volatile CompletableFuture<VideoPage> call;
    private volatile boolean brokenOff;
    private int pages;
    private int found;
    private int fruitless;
    private int confirmations;

    /** @param renders that are due, at least one */
    ListRound(Collection<AwaitedRender> renders, Listener listener, Timing timing, Executor worker) {
        this.missing = new LinkedHashSet<>(renders);
        this.witness = renders.stream()
                .min(Comparator.comparing(AwaitedRender::lastAskedSingly))
                .orElseThrow();
        this.listener = listener;
        this.timing = timing;
        this.worker = worker;
        // others may use the list too
        this.mostPages = 1 + 2 * ((renders.size() + PAGE - 1) / PAGE);
    }

    /**
     * The render that is asked for alone as well, whatever the list says of it: the one for which that was not done for
     * the longest time. It is how a list that lies is found out.
     */
    AwaitedRender witness() {
        return witness;
    }

    /** Nobody wanted it any more, which says nothing of the list. */
    boolean isBrokenOff() {
        return brokenOff;
    }

    /** Whether one more of the final states in it may be asked for alone, before the list has proved itself. */
    boolean mayConfirm() {
        return ++confirmations <= MOST_CONFIRMATIONS;
    }

    int pages() {
        return pages;
    }

    int found() {
        return found;
    }

    /** Takes a render out, because it was found, or is over; false if it is not in. */
    boolean take(AwaitedRender render) {
        synchronized (missing) {
            return missing.remove(render);
        }
    }

    /** Those that did not show up. */
    List<AwaitedRender> missing() {
        synchronized (missing) {
            return List.copyOf(missing);
        }
    }

    void begin() {
        ask(ListQuery.newest());
    }

    void breakOff() {
        brokenOff = true;
        CompletableFuture<VideoPage> pending = call;
        if (pending != null) {
            pending.cancel(true);
        }
    }

    private void ask(ListQuery query) {
        List<AwaitedRender> askers = missing();
        if (brokenOff || askers.isEmpty()) {
            listener.over(this, null);
            return;
        }
        // the key is looked up for one of those who want to know
        AwaitedRender asker = askers.contains(witness) ? witness : askers.get(0);
        CompletableFuture<VideoPage> page;
        try {
            page = asker.context().client().get().polling().list(query).start();
        } catch (RuntimeException e) {
            // whose key is missing is found out when each is asked for alone
            listener.over(this, e);
            return;
        }
        call = page;
        CompletableFuture<Void> limit = timing.after(PATIENCE);
        limit.thenRun(() -> page.cancel(true));
        page.whenComplete((answer, error) -> limit.cancel(false));
        page.whenCompleteAsync((answer, error) -> came(query, answer, error), worker);
    }

    private void came(ListQuery query, VideoPage page, Throwable error) {
        if (error != null) {
            listener.over(this, RenderRun.unwrap(error));
            return;
        }
        pages++;
        int now = listener.found(this, page.videos());
        found += now;
        fruitless = now == 0 ? fruitless + 1 : 0;
        if (isWorthAnother(page)) {
            ask(query.after(page.next()));
        } else {
            listener.over(this, null);
        }
    }

    /** For one render that is missing a further page costs as much as asking for it. */
    private boolean isWorthAnother(VideoPage page) {
        List<AwaitedRender> still = missing();
        return page.next() != null
                && still.size() > 1
                && pages < mostPages
                && fruitless < MOST_FRUITLESS_PAGES
                && !reachesBehind(page, still);
    }

    private static boolean reachesBehind(VideoPage page, List<AwaitedRender> renders) {
        return page.reachesBackTo()
                .filter(oldest -> renders.stream()
                        .map(render -> render.record().video())
                        .allMatch(video -> video != null
                                && video.createdAt() != null
                                && video.createdAt().isAfter(oldest)))
                .isPresent();
    }
}
