package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.render.RenderContext;
import io.jenkins.plugins.videogeneration.render.RenderEngine;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** One render from its begin, or from where an earlier command left it, to its end. */
final class Generation {

    private final Connection connection;
    private final OutputPlace place;
    private final Surroundings surroundings;
    private final boolean deleteOnAbort;

    Generation(Connection connection, OutputPlace place, Surroundings surroundings, boolean deleteOnAbort) {
        this.connection = connection;
        this.place = place;
        this.surroundings = surroundings;
        this.deleteOnAbort = deleteOnAbort;
    }

    /**
     * @param variants what is fetched: the video, and perhaps pictures of it
     * @return the delivered render
     * @throws CommandFailure if there is no video
     */
    RenderRecord run(SubmitRequest request, List<ContentVariant> variants, Duration timeout, Duration pollInterval)
            throws InterruptedException {
        place.unfinished().ifPresent(this::announce);
        try (RenderDisplay display = display()) {
            RenderWatch watch = new RenderWatch(display, place.unfinished().isPresent());
            RunningRender running =
                    begin(request, record(request, timeout, pollInterval).fetching(variants), watch);
            Abort abort = new Abort(running, watch, display, place, deleteOnAbort, surroundings.err());
            try (ShutdownHook hook = ShutdownHook.add(abort)) {
                RenderRecord delivered = running.outcome().get();
                place.forget();
                return delivered;
            } catch (ExecutionException e) {
                display.close();
                throw failure(e.getCause(), running.current());
            }
        }
    }

    private RunningRender begin(SubmitRequest request, RenderRecord record, RenderWatch watch) {
        RenderEngine engine = new RenderEngine(connection.timing(), connection.scheduler());
        return place.unfinished().isPresent()
                ? engine.resume(record, context(watch))
                : engine.start(record, request, context(watch));
    }

    private RenderRecord record(SubmitRequest request, Duration timeout, Duration pollInterval) {
        Instant now = connection.timing().clock().instant();
        if (place.unfinished().isPresent()) {
            return place.unfinished().get().goingOn(now.plus(timeout), pollInterval);
        }
        String name = place.file().getFileName().toString();
        return RenderRecord.intended(
                name, RenderRequest.of(connection.name(), request), name, now, timeout, pollInterval);
    }

    private RenderContext context(RenderWatch watch) {
        return new RenderContext(
                connection::client,
                place.journal(),
                watch,
                place.file().getParent(),
                // the video was fetched to where it belongs
                (record, folder) -> {},
                new ClaimedIds(place),
                deleteOnAbort);
    }

    private RenderDisplay display() {
        return surroundings
                .terminal()
                .<RenderDisplay>map(terminal -> new ProgressBar(surroundings.err(), terminal, connection.timing()))
                .orElseGet(() -> new ProgressLines(
                        surroundings.err(), connection.timing().clock()));
    }

    private void announce(RenderRecord unfinished) {
        String id = unfinished.videoId() == null ? "the render" : OneLine.of(unfinished.videoId());
        surroundings
                .err()
                .println("Going on with " + id + ", begun at "
                        + unfinished.intendedAt().truncatedTo(ChronoUnit.SECONDS));
        surroundings.err().println("(without " + place.journalFile() + " a new one would be asked for)");
    }

    private RuntimeException failure(Throwable cause, RenderRecord record) {
        return cause instanceof CancellationException cancelled
                ? cancelled
                : new RenderOutcome(record, cause, place).settle();
    }
}
