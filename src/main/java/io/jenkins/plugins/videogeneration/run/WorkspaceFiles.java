package io.jenkins.plugins.videogeneration.run;

import hudson.FilePath;
import hudson.Util;
import io.jenkins.plugins.videogeneration.api.FreeSpace;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.Upload;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings files of a build's workspace to the controller, which is the one that talks to the service: the key stays away
 * from agents.
 */
public final class WorkspaceFiles {

    /** Larger than any reference that a service takes; what is larger is a mistake. */
    private static final long MAX_BYTES = 1024L * 1024 * 1024;

    private final DeliveryPlace place;
    private final Path folder;
    private final boolean brought;

    /** @param folder where the files are put; of the render's own */
    public WorkspaceFiles(DeliveryPlace place, Path folder) {
        this(place, folder, false);
    }

    private WorkspaceFiles(DeliveryPlace place, Path folder, boolean brought) {
        this.place = place;
        this.folder = folder;
        this.brought = brought;
    }

    /** The same files as they were brought before a restart; the workspace may have changed since. */
    WorkspaceFiles asBrought() {
        return new WorkspaceFiles(place, folder, true);
    }

    /** Where the files are put. */
    public Path folder() {
        return folder;
    }

    /**
     * @param field the name of the field as the user writes it
     * @param path inside the workspace
     * @throws InvalidRequestException if there is no such file inside the workspace, or it is no image or video
     */
    public Upload bring(String field, String path) throws IOException, InterruptedException {
        Path copy = folder.resolve(field);
        if (brought) {
            return Upload.of(field, copy, path);
        }
        FilePath workspace = place.workspace();
        if (workspace == null) {
            throw new InvalidRequestException(field, Messages.WorkspaceFiles_noWorkspace(path));
        }
        VideoNames.check(field, path);
        place.check(field, path);
        FilePath file = workspace.child(path);
        if (!file.exists() || file.isDirectory()) {
            throw new InvalidRequestException(field, Messages.WorkspaceFiles_missing(path));
        }
        if (file.length() > MAX_BYTES) {
            throw new InvalidRequestException(
                    field,
                    Messages.WorkspaceFiles_tooLarge(path, String.valueOf(file.length()), String.valueOf(MAX_BYTES)));
        }
        Files.createDirectories(folder);
        FreeSpace.OF_THE_DISK.require(folder, file.length());
        file.copyTo(new FilePath(copy.toFile()));
        if (Thread.interrupted()) {
            // an abort that the copying did not notice
            throw new InterruptedException();
        }
        return Upload.of(field, copy, path);
    }

    /** Deletes what was brought. */
    public void delete() throws IOException {
        Util.deleteRecursive(folder.toFile());
    }
}
