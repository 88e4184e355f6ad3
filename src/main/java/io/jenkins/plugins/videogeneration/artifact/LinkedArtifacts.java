package io.jenkins.plugins.videogeneration.artifact;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.render.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jenkins.model.ArtifactManager;
import jenkins.model.StandardArtifactManager;

/**
 * The artifact store that Jenkins has when nobody has set another: a folder beside the one that videos are fetched to. It
 * would copy a video; a second name for the file is as good, since a fetched video is never changed, only deleted, and
 * is written to the disk once.
 */
final class LinkedArtifacts {

    private final Path artifacts;

    private LinkedArtifacts(Path artifacts) {
        this.artifacts = artifacts;
    }

    /** The standard store of a build, or null if its artifacts go elsewhere. */
    @SuppressWarnings("deprecation") // the folder that the standard store itself asks for
    static LinkedArtifacts of(ArtifactManager store, Run<?, ?> run) {
        // one that derives from it may do more than keep files
        return store.getClass() == StandardArtifactManager.class
                ? new LinkedArtifacts(run.getArtifactsDir().toPath())
                : null;
    }

    /** Takes the files, or returns false if the disk knows no second names: then they are to be copied. */
    boolean link(Path folder, List<String> files) {
        try {
            for (String file : files) {
                Path artifact = artifacts.resolve(file);
                Path parent = Objects.requireNonNull(artifact.getParent(), "an artifact is in a folder");
                Files.createDirectories(parent);
                if (!parent.toRealPath().startsWith(artifacts.toRealPath())) {
                    // a build may archive links, too
                    return false;
                }
                Files.deleteIfExists(artifact);
                Files.createLink(artifact, folder.resolve(file));
                DurableFile.force(artifact);
            }
            return true;
        } catch (UnsupportedOperationException | IOException e) {
            return false;
        }
    }
}
