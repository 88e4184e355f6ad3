package io.jenkins.plugins.videogeneration.artifact;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.FreeSpace;
import io.jenkins.plugins.videogeneration.render.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import jenkins.model.ArtifactManager;
import jenkins.model.StandardArtifactManager;

/**
 * The standard store copies artifacts to the controller's disk under their final names. When the disk fills up meanwhile it
 * leaves half of one there; other stores look after themselves.
 */
final class StandardStore {

    private final Path archive;
    private final boolean inUse;

    StandardStore(Run<?, ?> run, ArtifactManager store) {
        this.archive = run.getArtifactsDir().toPath();
        this.inUse = store instanceof StandardArtifactManager;
    }

    /**
     * @param sizes the length of each file
     * @throws IOException if the disk has no room for copies of them
     */
    void requireRoom(Map<String, Long> sizes) throws IOException {
        if (!inUse) {
            return;
        }
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        // the folder of artifacts may not exist yet; that of the build does
        FreeSpace.OF_THE_DISK.require(Objects.requireNonNull(archive.getParent(), "a build has a folder"), bytes);
    }

    /** What lies here may be the only copy of a paid video soon. */
    void force(Map<String, Long> sizes) throws IOException {
        for (String file : sizes.keySet()) {
            if (inUse) {
                DurableFile.force(archive.resolve(file));
            }
        }
    }

    /** Deletes what was not stored as a whole. */
    void dropHalves(Map<String, Long> sizes) throws IOException {
        for (Map.Entry<String, Long> file : sizes.entrySet()) {
            Path copy = archive.resolve(file.getKey());
            if (inUse && Files.isRegularFile(copy) && Files.size(copy) != file.getValue()) {
                Files.delete(copy);
            }
        }
    }
}
