package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.service.LimitScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many places are taken, in all and in each folder. Looks up the limits of a job once. */
final class Occupancy {

    private static final String EVERYWHERE = "";

    private final Function<String, List<LimitScope>> scopes;
    private final Map<String, List<LimitScope>> concurrent = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    /** @param scopes the limits of a job, by its full name */
    Occupancy(Function<String, List<LimitScope>> scopes) {
        this.scopes = scopes;
    }

    /** Takes a place, whether there is one or not. */
    void add(Ticket ticket) {
        taken.merge(EVERYWHERE, 1, Integer::sum);
        String job = ticket.job();
        for (int end = job.indexOf('/'); end > 0; end = job.indexOf('/', end + 1)) {
            taken.merge(job.substring(0, end), 1, Integer::sum);
        }
    }

    boolean hasRoomFor(Ticket ticket) {
        return limitsOf(ticket).stream()
                .allMatch(scope -> taken.getOrDefault(scope.folder() == null ? EVERYWHERE : scope.folder(), 0)
                        < scope.limits().concurrentRenders());
    }

    /** Whether something limits how many of its kind there may be. */
    boolean limits(Ticket ticket) {
        return !limitsOf(ticket).isEmpty();
    }

    private List<LimitScope> limitsOf(Ticket ticket) {
        return concurrent.computeIfAbsent(
                ticket.job(),
                job -> scopes.apply(job).stream()
                        .filter(scope -> scope.limits().concurrentRenders() != null)
                        .toList());
    }
}
