package io.jenkins.plugins.videogeneration.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run of {@link ChaosTest} has shown. */
final class ChaosTable {

    private final int kills;
    private final long seed;
    private final List<Long> killTimes = new ArrayList<>();
    private final Map<Long, Integer> filmsByPosts = new TreeMap<>();
    private final List<Long> recoveries = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private int restarts;
    private int byPipeline;
    private int byAdoption;

    ChaosTable(int kills, long seed) {
        this.kills = kills;
        this.seed = seed;
    }

    void killed(long atMillis) {
        killTimes.add(atMillis);
    }

    /** In order, before a kill. */
    void restarted() {
        restarts++;
    }

    /**
     * @param posts how many paid requests were sent for it
     * @param delivered whether its pipeline brought it home
     * @param ending its end, after it was adopted if it had to be
     */
    void film(String name, long posts, boolean delivered, Films.Ending ending) {
        filmsByPosts.merge(posts, 1, Integer::sum);
        if (delivered) {
            byPipeline++;
            // the last kill that it lived through, if any
            killTimes.stream()
                    .filter(kill -> kill > ending.startedAtMillis() && kill < ending.endedAtMillis())
                    .max(Long::compare)
                    .ifPresent(kill -> recoveries.add(ending.endedAtMillis() - kill));
        } else if (ending.delivered()) {
            byAdoption++;
        } else {
            lost.add(name + ": " + ending);
        }
    }

    /** For a film whose build was killed before its request: Jenkins may not even know the build any more. */
    void neverAskedFor() {
        filmsByPosts.merge(0L, 1, Integer::sum);
    }

    /** For a film whose end could not be found out. */
    void unknown(String name, long posts, Throwable why) {
        filmsByPosts.merge(posts, 1, Integer::sum);
        lost.add(name + ": " + why);
    }

    boolean isGood() {
        return lost.isEmpty() && filmsByPosts.keySet().stream().allMatch(posts -> posts <= 1);
    }

    private String recovery(int percentile) {
        if (recoveries.isEmpty()) {
            return "none";
        }
        List<Long> sorted = new ArrayList<>(recoveries);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percentile / 100.0 * sorted.size()) - 1;
        return sorted.get(rank) / 1000.0 + " s";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        row(text, "seed", seed);
        row(text, "kills", killTimes.size() + " of " + kills);
        row(text, "orderly restarts before a kill", restarts);
        filmsByPosts.forEach((posts, films) -> row(text, "renders with " + posts + " POSTs", films));
        row(text, "videos delivered by their pipeline", byPipeline);
        row(text, "videos delivered by adoption", byAdoption);
        row(text, "videos lost", lost.size());
        row(text, "time to recover, median", recovery(50));
        row(text, "time to recover, p99", recovery(99));
        lost.forEach(film -> text.append("LOST ").append(film).append('\n'));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, Object value) {
        text.append(String.format("%-36s %s%n", name, value));
    }
}
