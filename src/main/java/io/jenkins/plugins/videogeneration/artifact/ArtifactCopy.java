package io.jenkins.plugins.videogeneration.artifact;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.FreeSpace;
import io.jenkins.plugins.videogeneration.api.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import jenkins.util.VirtualFile;

/** Copies artifacts of a build back to the controller, wherever they are stored. */
public final class ArtifactCopy {

    private final Run<?, ?> build;

    public ArtifactCopy(Run<?, ?> build) {
        this.build = build;
    }

    /**
     * Copies one artifact. Under the name of the target nothing lies unless it is whole.
     *
     * @param sha256 what its content has to have, in lower-case hexadecimal
     * @throws IOException if it is not there or not what it was, in words
     */
    public void bring(String artifact, String sha256, Path target) throws IOException, InterruptedException {
        VirtualFile file = build.getArtifactManager().root().child(artifact);
        if (!file.isFile()) {
            throw new IOException(Messages.ArtifactCopy_missing(artifact));
        }
        Path folder = Files.createDirectories(Objects.requireNonNull(target.getParent(), "a file has a folder"));
        FreeSpace.OF_THE_DISK.require(folder, file.length());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (InputStream in = file.open()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Sha256.of(part).equals(sha256)) {
                throw new IOException(Messages.ArtifactCopy_changed(artifact));
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
