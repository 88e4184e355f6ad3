package io.jenkins.plugins.videogeneration.artifact;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import io.jenkins.plugins.videogeneration.service.AgentAccess;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Has the agent of a workspace fetch a video, where the administrator has chosen that for the service. */
final class AgentDownload {

    /** A call to an agent tells nobody that it has ended; to look often costs less than a thread that waits for it. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final DeliveryPlace place;
    private final Supplier<Optional<AgentAccess>> access;
    private final TaskListener console;

    AgentDownload(DeliveryPlace place, Supplier<Optional<AgentAccess>> access, TaskListener console) {
        this.place = place;
        this.access = access;
        this.console = console;
    }

    /** @return the video in the workspace, or empty if the controller is to fetch it; waits for no agent */
    Optional<CompletableFuture<VideoFile>> start(RenderRecord record) throws InterruptedException {
        Optional<AgentAccess> granted = access.get();
        if (granted.isEmpty()) {
            return Optional.empty();
        }
        try {
            FilePath workspace = place.workspace();
            if (workspace == null || !workspace.isRemote()) {
                return Optional.empty();
            }
            CompletableFuture<VideoFile> result = new CompletableFuture<>();
            Computer.threadPoolForRemoting.execute(() -> begin(record, granted.get(), workspace, result));
            return Optional.of(result);
        } catch (IOException e) {
            sayNotStarted(record, e);
            return Optional.empty();
        }
    }

    private void begin(
            RenderRecord record, AgentAccess granted, FilePath workspace, CompletableFuture<VideoFile> result) {
        try {
            place.checkFolderOf(record.fileName());
            start(record, granted, workspace, result);
        } catch (IOException | InterruptedException | RuntimeException e) {
            sayNotStarted(record, e);
            result.completeExceptionally(e);
        }
    }

    private void start(
            RenderRecord record, AgentAccess granted, FilePath workspace, CompletableFuture<VideoFile> result)
            throws IOException, InterruptedException {
        Computer computer = workspace.toComputer();
        String agent = computer == null ? "" : computer.getDisplayName();
        say(Messages.AgentDownload_started(agent, record.fileName()));
        Future<VideoFile> call =
                workspace.actAsync(new AgentFetch(granted, record.videoId(), record.fileName(), record.file()));
        result.whenComplete((video, error) -> {
            call.cancel(true);
            if (error != null && !result.isCancelled()) {
                String reason = OneLine.of(granted.redact(ReadersWords.of(error)));
                say(Messages.AgentDownload_failed(agent, record.fileName(), reason));
            }
        });
        watch(call, result, record.fileName());
    }

    private static void watch(Future<VideoFile> call, CompletableFuture<VideoFile> result, String name) {
        if (result.isDone()) {
            return;
        }
        if (!call.isDone()) {
            // what follows writes to the console, and the timer is for all of Jenkins
            ServiceConnections.timing()
                    .after(BETWEEN_LOOKS)
                    .thenRunAsync(() -> watch(call, result, name), Computer.threadPoolForRemoting);
            return;
        }
        try {
            result.complete(checked(call.get(), name));
        } catch (ExecutionException e) {
            result.completeExceptionally(e.getCause());
        } catch (InterruptedException | IOException | CancellationException e) {
            result.completeExceptionally(e);
        }
    }

    /** An agent is believed what it says of a video, but not where that lies. */
    private static VideoFile checked(VideoFile told, String name) throws IOException {
        if (told == null || !String.valueOf(told.sha256()).matches("[0-9a-f]{64}")) {
            throw new IOException(Messages.AgentDownload_senseless());
        }
        return new VideoFile(name, told.bytes(), told.sha256(), told.width(), told.height(), told.durationSeconds());
    }

    private void sayNotStarted(RenderRecord record, Exception why) {
        say(Messages.AgentDownload_notStarted(record.fileName(), OneLine.of(ReadersWords.of(why))));
    }

    private void say(String line) {
        console.getLogger().println("[video] " + line);
    }
}
