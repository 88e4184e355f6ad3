package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.service.LimitScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The places of one service, and the queue for them in order of arrival. A render that a limit of its folder keeps back
 * does not hold up those behind it that are elsewhere.
 *
 * <p>Queue and places are on the disk. After a restart builds come back in any order; until a render has come back its
 * turn, or its place, is kept for it, so that neither is the order lost nor the limit exceeded. It is given up when its
 * build has ended.
 */
final class RenderQueue {

    private final QueueFile file;
    private final Function<String, List<LimitScope>> scopes;
    private final Predicate<Ticket> buildGoesOn;
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();
    /** Of those that have come back, or have not been away. */
    private final Map<String, CompletableFuture<Void>> turns = new HashMap<>();

    /**
     * @param scopes the limits of a job, by its full name
     * @param buildGoesOn whether a render from before a restart may still come back
     */
    RenderQueue(QueueFile file, Function<String, List<LimitScope>> scopes, Predicate<Ticket> buildGoesOn) {
        this.file = file;
        this.scopes = scopes;
        this.buildGoesOn = buildGoesOn;
        file.read().forEach(ticket -> tickets.put(ticket.key(), ticket));
    }

    /** @return completes when there is a place; cancelling it leaves the queue */
    CompletableFuture<Void> enter(Ticket ticket) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        boolean hadItsTurn;
        synchronized (this) {
            Ticket known = tickets.putIfAbsent(ticket.key(), ticket);
            hadItsTurn = known != null && known.inside();
            turns.put(ticket.key(), turn);
        }
        turn.whenComplete((nothing, error) -> {
            if (turn.isCancelled()) {
                leave(ticket.key());
            }
        });
        letIn();
        if (hadItsTurn) {
            // a restart came between its turn and its request
            turn.complete(null);
        }
        return turn;
    }

    /** For a render that is under way: it has a place, whether there is one or not. */
    void occupy(Ticket ticket) {
        synchronized (this) {
            tickets.put(ticket.key(), ticket.letIn());
            turns.put(ticket.key(), CompletableFuture.completedFuture(null));
        }
        write();
    }

    void leave(String key) {
        synchronized (this) {
            tickets.remove(key);
            turns.remove(key);
        }
        letIn();
    }

    /** Keeps the turns and places of a job that is called otherwise now. */
    void moved(String oldJob, String newJob) {
        synchronized (this) {
            tickets.replaceAll((key, ticket) -> ticket.job().equals(oldJob) ? ticket.movedTo(newJob) : ticket);
        }
        letIn();
    }

    /** Whether renders from before a restart have not come back yet. */
    synchronized boolean waitsForSomebody() {
        return turns.size() < tickets.size();
    }

    /** Lets in everybody whose turn it is. To be called when the limits have changed, too. Reads and writes files. */
    void letIn() {
        // builds are loaded from the disk, which nobody shall wait for who enters or leaves
        Set<String> gone = absent().stream()
                .filter(ticket -> !buildGoesOn.test(ticket))
                .map(Ticket::key)
                .collect(Collectors.toSet());
        List<CompletableFuture<Void>> next = new ArrayList<>();
        synchronized (this) {
            tickets.keySet().removeIf(key -> gone.contains(key) && !turns.containsKey(key));
            Occupancy occupancy = new Occupancy(scopes);
            tickets.values().stream().filter(Ticket::inside).forEach(occupancy::add);
            for (Ticket ticket : inOrder()) {
                if (!ticket.inside() && occupancy.hasRoomFor(ticket)) {
                    occupancy.add(ticket);
                    CompletableFuture<Void> turn = turns.get(ticket.key());
                    if (turn != null) {
                        tickets.put(ticket.key(), ticket.letIn());
                        next.add(turn);
                    }
                }
            }
        }
        write();
        // what follows may enter or leave in its turn
        next.forEach(turn -> turn.complete(null));
    }

    /** Those from before a restart that have not come back yet. */
    private synchronized List<Ticket> absent() {
        return tickets.values().stream()
                .filter(ticket -> !turns.containsKey(ticket.key()))
                .toList();
    }

    private List<Ticket> inOrder() {
        return tickets.values().stream()
                .sorted(Comparator.comparing(Ticket::since))
                .toList();
    }

    /** What nothing limits need not be on the disk. */
    private void write() {
        // one after the other, each with what is true by then: the file must not end up with what was true before
        synchronized (file) {
            List<Ticket> now;
            synchronized (this) {
                now = List.copyOf(tickets.values());
            }
            Occupancy limits = new Occupancy(scopes);
            file.write(now.stream().filter(limits::limits).toList());
        }
    }
}
