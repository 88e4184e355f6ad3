package io.jenkins.plugins.videogeneration.artifact;

import hudson.remoting.VirtualChannel;
import hudson.util.DaemonThreadFactory;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.WordedIOException;
import io.jenkins.plugins.videogeneration.render.VideoDownload;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import io.jenkins.plugins.videogeneration.service.AgentAccess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import jenkins.MasterToSlaveFileCallable;
import okhttp3.OkHttpClient;

/**
 * Runs on an agent: fetches one video into the workspace there, with the checks that it would get on the controller. All
 * that it needs for it, threads, connections and the key, it has for this one video.
 */
final class AgentFetch extends MasterToSlaveFileCallable<VideoFile> {

    private static final long serialVersionUID = 1L;

    /** One waits and checks; the other may be needed for what is scheduled meanwhile. */
    private static final int THREADS = 2;

    private final AgentAccess access;
    private final String videoId;
    private final String name;
    private final VideoFile before;

    /** @param before what was fetched before a restart, or null; if it still lies there, it is not fetched again */
    AgentFetch(AgentAccess access, String videoId, String name, VideoFile before) {
        this.access = access;
        this.videoId = videoId;
        this.name = name;
        this.before = before;
    }

    @Override
    public VideoFile invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        Path target = workspace.toPath().resolve(name);
        if (isThere(target)) {
            return before;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent(), "a file in a workspace has a folder"));
        // not the name that the controller writes to: it may have begun to deliver what it had to fetch itself
        Path part = target.resolveSibling(target.getFileName() + ".agent.part");
        // a workspace keeps what the build before left in it; a link would lead the writing out of it
        Files.deleteIfExists(part);
        try {
            return fetch(target, part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private boolean isThere(Path target) throws IOException {
        return before != null
                && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Sha256.of(target).equals(before.sha256());
    }

    private VideoFile fetch(Path target, Path part) throws IOException, InterruptedException {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, new DaemonThreadFactory());
        try (HttpClients http = HttpClients.basedOn(new OkHttpClient())) {
            VideoDownload download = new VideoDownload(
                    access.client(http, Timing.system(threads)), videoId, part, threads, trouble -> {});
            return resultOf(download.into(target, name));
        } finally {
            threads.shutdownNow();
        }
    }

    /** The controller does not know, and need not let in, all the kinds of exceptions that there are here. */
    private VideoFile resultOf(CompletableFuture<VideoFile> fetch) throws IOException, InterruptedException {
        try {
            return fetch.get();
        } catch (InterruptedException e) {
            fetch.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw new WordedIOException(Text.saidBy(e.getCause()).withTheirs(access::redact));
        }
    }

    /** For logs and thread dumps. */
    @Override
    public String toString() {
        return "fetching " + videoId;
    }
}
