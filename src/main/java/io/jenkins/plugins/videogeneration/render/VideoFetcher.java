package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ContentTooLargeException;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Fetches a finished video into a {@code .part} file, checks it and gives it its name in one step. It tries several
 * times: some services say that a render is finished before its content is there. A service that is away or overloaded
 * is waited for until the render's deadline, as it is while the render goes on.
 */
final class VideoFetcher {

    /** How often content is asked for that is missing or unusable. */
    private static final int MAX_ATTEMPTS = 6;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 4;
    /** How long a service may be away, at least, when the render's own deadline is near or over. */
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(10);

    private final Timing timing;
    private final Executor worker;

    VideoFetcher(Timing timing, Executor worker) {
        this.timing = timing;
        this.worker = worker;
    }

    /** @return the checked file; cancelling it ends the fetching */
    CompletableFuture<VideoFile> fetch(RenderRecord record, RenderContext context) {
        Fetch fetch = new Fetch(record, context);
        fetch.begin();
        return fetch.result;
    }

    private final class Fetch {
        private final RenderRecord record;
        private final RenderContext context;
        /** Where the current attempt puts it. */
        private Path folder;

        private final CompletableFuture<VideoFile> result = new CompletableFuture<>();
        private final Instant giveUp;
        private int attempts;
        private int unusable;

        Fetch(RenderRecord record, RenderContext context) {
            this.record = record;
            this.context = context;
            this.folder = context.folder();
            Instant soonest = timing.clock().instant().plus(LEAST_PATIENCE);
            this.giveUp = record.deadline().isAfter(soonest) ? record.deadline() : soonest;
        }

        void begin() {
            try {
                if (isAlreadyThere()) {
                    result.complete(record.file());
                    return;
                }
                Optional<CompletableFuture<VideoFile>> atItsPlace =
                        context.delivery().fetch(record);
                if (atItsPlace.isEmpty()) {
                    tryOnce();
                } else {
                    follow(atItsPlace.get());
                }
            } catch (IOException | InterruptedException | RuntimeException e) {
                result.completeExceptionally(inWords(e));
            }
        }

        /** A paid video is not lost because it can't be fetched there. */
        private void follow(CompletableFuture<VideoFile> elsewhere) {
            result.whenComplete((file, error) -> elsewhere.cancel(true));
            elsewhere.whenCompleteAsync(
                    (file, error) -> {
                        if (error == null) {
                            result.complete(file);
                        } else {
                            tryOnce();
                        }
                    },
                    worker);
        }

        private void tryOnce() {
            if (result.isDone()) {
                return;
            }
            attempts++;
            folder = context.folder();
            try {
                Path part = part();
                // a file's name may have folders in it
                Files.createDirectories(Objects.requireNonNull(part.getParent()));
                VideoDownload download = new VideoDownload(
                        context.client().get(), record.videoId(), part, worker, context.listener()::troubled);
                CompletableFuture<VideoFile> attempt =
                        download.into(folder.resolve(record.fileName()), record.fileName());
                result.whenComplete((file, error) -> attempt.cancel(true));
                attempt.whenCompleteAsync(this::ended, worker);
            } catch (IOException e) {
                ended(null, e);
            } catch (RuntimeException e) {
                result.completeExceptionally(inWords(e));
            }
        }

        private Path part() {
            return folder.resolve(record.fileName() + ".part");
        }

        /** After a crash between the fetch and the delivery the file lies there, whole. */
        private boolean isAlreadyThere() throws IOException {
            Path file = context.folder().resolve(record.fileName());
            return record.file() != null
                    && Files.exists(file)
                    && Sha256.of(file).equals(record.file().sha256());
        }

        private void ended(VideoFile file, Throwable error) {
            if (error == null) {
                result.complete(file);
                return;
            }
            deletePart();
            Throwable cause = error instanceof CompletionException ? error.getCause() : error;
            if (isLocal(cause) && !folder.equals(context.folder())) {
                // the job was moved, and what was being written went with it
                tryOnce();
                return;
            }
            Duration left = Duration.between(timing.clock().instant(), giveUp);
            boolean away = cause instanceof VideosException failure && failure.mayPass();
            boolean goOn = away ? left.compareTo(Duration.ZERO) > 0 : ++unusable < MAX_ATTEMPTS && mayPass(cause);
            if (!goOn) {
                result.completeExceptionally(inWords(cause));
                return;
            }
            context.listener().troubled(Text.saidBy(cause));
            CompletableFuture<Void> pause = timing.after(delay(cause, away ? left : LEAST_PATIENCE));
            pause.thenRunAsync(this::tryOnce, worker);
            result.whenComplete((done, failure) -> pause.cancel(false));
        }

        /** Growing, and no shorter than the service asks for. */
        private Duration delay(Throwable cause, Duration longest) {
            Duration own = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
            Duration asked = cause instanceof VideosException failure
                    ? failure.failure().retryHint().after()
                    : null;
            Duration delay = asked == null || asked.compareTo(own) < 0 ? own : asked;
            return delay.compareTo(longest) < 0 ? delay : longest;
        }

        /** What went wrong here, and not at the service, does not name the render by itself. */
        private Throwable inWords(Throwable error) {
            if (error instanceof ContentTooLargeException) {
                return new RenderException(
                        Text.of("render.VideoFetcher.tooLarge", record.videoId(), Text.saidBy(error)),
                        Text.of("render.VideoFetcher.raise"),
                        error);
            }
            return isLocal(error)
                    ? new RenderException(
                            Text.of(
                                    "render.VideoFetcher.notWritten",
                                    record.videoId(),
                                    context.folder(),
                                    Text.saidBy(error)),
                            Text.of("render.VideoFetcher.space"),
                            error)
                    : error;
        }

        private void deletePart() {
            try {
                Files.deleteIfExists(part());
            } catch (IOException e) {
                context.listener().troubled(Text.of("render.VideoFetcher.notDeleted", part(), Text.saidBy(e)));
            }
        }
    }

    private static boolean isLocal(Throwable error) {
        return error instanceof IOException || error instanceof UncheckedIOException;
    }

    /** Content that is not there yet, damaged or cut off may be there and whole the next time. */
    private static boolean mayPass(Throwable error) {
        return error instanceof RenderException
                || (error instanceof VideosException
                        && !(error instanceof VideosException.Authentication)
                        && !(error instanceof VideosException.Permission)
                        && !(error instanceof VideosException.Unsupported));
    }
}
