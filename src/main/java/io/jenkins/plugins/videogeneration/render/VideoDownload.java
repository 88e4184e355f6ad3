package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ApiCall;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.DownloadedContent;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One attempt to get a video: from the content endpoint, else from the address that the job itself names. That address
 * is asked for when it is needed and never written down: it may be a signed one, which is as good as a key for a while.
 *
 * @param client of the service that has the video
 * @param id of the video
 * @param file where it goes
 * @param worker checks what arrived
 * @param troubled is told what made it look elsewhere
 */
public record VideoDownload(VideosClient client, String id, Path file, Executor worker, Consumer<Text> troubled) {

    /**
     * @param check makes something of what arrived, or throws if it is unusable
     * @return fails with what was wrong at the last place; cancelling it ends the attempt
     */
    public <T> CompletableFuture<T> start(Function<DownloadedContent, T> check) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Attempt<T> attempt = new Attempt<>(check, result);
        attempt.atContentEndpoint().whenComplete((value, error) -> {
            if (error == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(error instanceof CompletionException ? error.getCause() : error);
            }
        });
        return result;
    }

    /**
     * Gets the video, checks it, and gives it its name in one step.
     *
     * @param target where it lies when it was checked, on the same disk
     * @param name what it is called from then on
     */
    public CompletableFuture<VideoFile> into(Path target, String name) {
        return start(content -> {
            try {
                VideoFile video = Mp4Inspector.inspect(content, id, name);
                DurableFile.rename(content.file(), target);
                return video;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private final class Attempt<T> {
        private final Function<DownloadedContent, T> check;
        private final CompletableFuture<T> result;

        Attempt(Function<DownloadedContent, T> check, CompletableFuture<T> result) {
            this.check = check;
            this.result = result;
        }

        CompletableFuture<T> atContentEndpoint() {
            return owned(client.downloadContent(id, ContentVariant.VIDEO, file).start())
                    .thenApplyAsync(check, worker)
                    .exceptionallyComposeAsync(this::elsewhere, worker);
        }

        private CompletableFuture<T> elsewhere(Throwable error) {
            Throwable cause = error instanceof CompletionException ? error.getCause() : error;
            if (result.isDone() || !mayLieElsewhere(cause)) {
                return CompletableFuture.failedFuture(cause);
            }
            return owned(client.retrieve(id).start())
                    .handle((video, unknown) -> unknown == null ? video : null)
                    .thenComposeAsync(video -> at(video, cause), worker);
        }

        private CompletableFuture<T> at(Video video, Throwable cause) {
            if (video == null || video.url() == null) {
                return CompletableFuture.failedFuture(cause);
            }
            ApiCall<DownloadedContent> download;
            try {
                download = client.downloadFrom(video.url(), file);
            } catch (IllegalArgumentException e) {
                // what the service names there is no address
                return CompletableFuture.failedFuture(cause);
            }
            troubled.accept(Text.of("render.VideoDownload.elsewhere", Text.saidBy(cause)));
            return owned(download.start()).thenApplyAsync(check, worker);
        }

        /** Whoever cancels the attempt cancels what is under way. */
        private <C> CompletableFuture<C> owned(CompletableFuture<C> call) {
            result.whenComplete((value, error) -> call.cancel(true));
            return call;
        }
    }

    /** Not if nobody was reached, and not if the key is refused: then the job cannot be asked either. */
    private static boolean mayLieElsewhere(Throwable error) {
        return error instanceof RenderException
                || (error instanceof VideosException
                        && !(error instanceof VideosException.Connection)
                        && !(error instanceof VideosException.Authentication));
    }
}
