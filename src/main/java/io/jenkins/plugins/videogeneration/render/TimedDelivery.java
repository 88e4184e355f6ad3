package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.WordedIOException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A delivery that is interrupted when it takes too long for the size of its video. */
public record TimedDelivery(RenderDelivery delivery, Timing timing) implements RenderDelivery {

    /** For a store that is slow to begin with, or an agent whose connection is given up only after minutes. */
    private static final Duration SHORTEST = Duration.ofMinutes(10);

    private static final long LEAST_BYTES_PER_SECOND = 256 * 1024L;

    @Override
    public Optional<CompletableFuture<VideoFile>> fetch(RenderRecord record) throws InterruptedException {
        return delivery.fetch(record);
    }

    @Override
    public void deliver(RenderRecord record, Path folder) throws IOException, InterruptedException {
        Duration allowed = allowed(record);
        TimeLimit limit = new TimeLimit(timing, allowed);
        try (limit) {
            delivery.deliver(record, folder);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (limit.isExceeded()) {
                throw new WordedIOException(Text.of("render.TimedDelivery.late", Elapsed.of(allowed)), e);
            }
            throw e;
        }
    }

    @Override
    public void cleanUp(RenderRecord record, Path folder) {
        delivery.cleanUp(record, folder);
    }

    private static Duration allowed(RenderRecord record) {
        long bytes = record.file() == null ? 0 : record.file().bytes();
        return SHORTEST.plusSeconds(bytes / LEAST_BYTES_PER_SECOND);
    }
}
