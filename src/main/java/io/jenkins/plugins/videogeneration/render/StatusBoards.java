package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The boards of an engine: one for each service and key, since each key is shown its own videos. */
final class StatusBoards {

    /** Of boards without renders only so many are kept, for what they have learnt. */
    private static final int MOST_IDLE = 32;

    private record Place(String service, String account) {}

    private final Timing timing;
    private final Executor worker;
    private final Map<Place, StatusBoard> boards = new LinkedHashMap<>(16, 0.75f, true);

    StatusBoards(Timing timing, Executor worker) {
        this.timing = timing;
        this.worker = worker;
    }

    /**
     * Waits until a render has ended at its service.
     *
     * @param first the answer that is already known, or null to ask as soon as possible
     * @param heard is told every answer
     * @return the final answer; cancelling it ends the asking
     */
    CompletableFuture<Video> await(RenderRecord record, Video first, RenderContext context, Consumer<Video> heard) {
        if (first != null && first.status().isFinal()) {
            return CompletableFuture.completedFuture(first);
        }
        Place place =
                new Place(record.request().service(), context.client().get().account());
        AwaitedRender render =
                new AwaitedRender(record, context, heard, timing.clock().instant());
        board(place).add(render, first);
        return render.result();
    }

    /** Somebody says that there is news of a service's render: it is asked for now, if it is waited for. */
    void ask(String service, String id) {
        boardsOf(service).forEach(board -> board.ask(id));
    }

    private synchronized List<StatusBoard> boardsOf(String service) {
        return boards.entrySet().stream()
                .filter(entry -> entry.getKey().service().equals(service))
                .map(Map.Entry::getValue)
                .toList();
    }

    private synchronized StatusBoard board(Place place) {
        StatusBoard board = boards.computeIfAbsent(place, unknown -> new StatusBoard(timing, worker));
        if (boards.size() > MOST_IDLE) {
            // a board that is joined in this very moment goes on without being found again
            boards.values().removeIf(other -> other != board && other.isEmpty());
        }
        return board;
    }
}
