package io.jenkins.plugins.videogeneration.artifact;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.api.FreeSpace;
import io.jenkins.plugins.videogeneration.render.RenderDelivery;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import io.jenkins.plugins.videogeneration.service.AgentAccess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.ArtifactManager;
import jenkins.util.BuildListenerAdapter;

/**
 * Brings a fetched video into the build's artifacts and the workspace, each with its provenance beside it. The
 * artifacts come first: an agent that is lost in the middle must not cost the video.
 */
public final class VideoDelivery implements RenderDelivery {

    private static final Logger LOGGER = Logger.getLogger(VideoDelivery.class.getName());
    /** Each piece is a message to the agent: Jenkins' own copying sends 8 KB at a time. */
    private static final int PIECE_BYTES = 128 * 1024;

    private final Run<?, ?> run;
    private final DeliveryPlace place;
    private final boolean archive;
    private final TaskListener console;
    private final AgentDownload agent;

    /** Of videos that come through the controller. */
    public VideoDelivery(Run<?, ?> run, DeliveryPlace place, boolean archive, TaskListener console) {
        this(run, place, archive, console, Optional::empty);
    }

    /** @param access what an agent needs to fetch by itself, looked up for each video; empty if it must not */
    public VideoDelivery(
            Run<?, ?> run,
            DeliveryPlace place,
            boolean archive,
            TaskListener console,
            Supplier<Optional<AgentAccess>> access) {
        this.run = run;
        this.place = place;
        this.archive = archive;
        this.console = console;
        this.agent = new AgentDownload(place, access, console);
    }

    @Override
    public Optional<CompletableFuture<VideoFile>> fetch(RenderRecord record) throws InterruptedException {
        return agent.start(record);
    }

    @Override
    public void deliver(RenderRecord record, Path folder) throws IOException, InterruptedException {
        List<String> files = record.deliveredNames();
        VideoFile video = record.file();
        if (video != null && Files.notExists(folder.resolve(video.name()))) {
            deliverFromWorkspace(video, folder, files);
            return;
        }
        if (archive) {
            archive(folder, files);
        }
        FilePath workspace = place.workspace();
        if (workspace != null) {
            copy(folder, files, workspace);
        }
    }

    /** The agent has fetched the video itself: only what goes with it has to come to the workspace. */
    private void deliverFromWorkspace(VideoFile video, Path folder, List<String> files)
            throws IOException, InterruptedException {
        FilePath workspace = place.workspace();
        if (workspace == null || workspace.child(video.name()).length() != video.bytes()) {
            // an artifact store may pass over what is not there without a word
            throw new IOException(Messages.VideoDelivery_notInWorkspace(video.name()));
        }
        List<String> others =
                files.stream().filter(file -> !file.equals(video.name())).toList();
        copy(folder, others, workspace);
        if (archive) {
            Map<String, Long> sizes = sizes(folder, others);
            sizes.put(video.name(), video.bytes());
            copyInto(run.pickArtifactManager(), workspace, place.launcher(), sizes);
            tellOfArchived(files);
        }
    }

    /** What is delivered need not lie on the controller a second time. */
    @Override
    public void cleanUp(RenderRecord record, Path folder) {
        for (String file : record.deliveredNames()) {
            try {
                Files.deleteIfExists(folder.resolve(file));
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "Cannot delete " + file + " in " + folder);
            }
        }
    }

    /** From the controller's own disk: the video does not go to the agent and back. */
    private void archive(Path folder, List<String> files) throws IOException, InterruptedException {
        ArtifactManager store = run.pickArtifactManager();
        LinkedArtifacts links = LinkedArtifacts.of(store, run);
        if (links == null || !links.link(folder, files)) {
            Launcher launcher = new Launcher.LocalLauncher(console);
            copyInto(store, new FilePath(folder.toFile()), launcher, sizes(folder, files));
        }
        tellOfArchived(files);
    }

    private void tellOfArchived(List<String> files) {
        for (String file : files.subList(0, files.size() - 1)) {
            String link = ArtifactLink.note(run, file);
            console.getLogger().println("[video] " + Messages.VideoDelivery_archived(link));
        }
    }

    private static Map<String, Long> sizes(Path folder, List<String> files) throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String file : files) {
            sizes.put(file, Files.size(folder.resolve(file)));
        }
        return sizes;
    }

    private void copyInto(ArtifactManager store, FilePath folder, Launcher launcher, Map<String, Long> sizes)
            throws IOException, InterruptedException {
        Map<String, String> artifacts = new LinkedHashMap<>();
        sizes.keySet().forEach(file -> artifacts.put(file, file));
        StandardStore disk = new StandardStore(run, store);
        disk.requireRoom(sizes);
        try {
            store.archive(folder, launcher, new BuildListenerAdapter(console), artifacts);
            disk.force(sizes);
        } finally {
            disk.dropHalves(sizes);
        }
    }

    private void copy(Path folder, List<String> files, FilePath workspace) throws IOException, InterruptedException {
        for (String file : files) {
            place.checkFolderOf(file);
            copy(folder.resolve(file), workspace.child(file));
        }
    }

    private static void copy(Path from, FilePath to) throws IOException, InterruptedException {
        FilePath folder = Objects.requireNonNull(to.getParent(), "a file in a workspace has a folder");
        folder.mkdirs();
        // some network file systems do not know their size and say 0 for all of it
        if (folder.getTotalDiskSpace() > 0) {
            FreeSpace.require(folder.getRemote(), folder.getUsableDiskSpace(), Files.size(from));
        }
        FilePath part = folder.child(to.getName() + ".part");
        // a workspace keeps what the build before left in it; a link would lead the writing out of it
        part.delete();
        try (InputStream content = Files.newInputStream(from);
                OutputStream there = new BufferedOutputStream(part.write(), PIECE_BYTES)) {
            content.transferTo(there);
        }
        to.delete();
        part.renameTo(to);
    }
}
