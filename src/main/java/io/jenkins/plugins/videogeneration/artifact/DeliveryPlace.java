package io.jenkins.plugins.videogeneration.artifact;

import hudson.FilePath;
import hudson.Launcher;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import java.io.IOException;

/** Where a build's videos go besides its artifacts: its workspace, or nowhere. */
public interface DeliveryPlace {

    /** Outside a node: the video becomes an artifact and nothing else. */
    DeliveryPlace NO_WORKSPACE = new DeliveryPlace() {
        @Override
        public FilePath workspace() {
            return null;
        }

        @Override
        public Launcher launcher() {
            return null;
        }
    };

    /**
     * The workspace as it can be reached now, or null if there is none.
     *
     * @throws IOException if there is one, but its agent can't be reached
     */
    FilePath workspace() throws IOException, InterruptedException;

    /** How to launch on the workspace's node, or null without a workspace. */
    Launcher launcher() throws IOException, InterruptedException;

    default boolean hasWorkspace() throws IOException, InterruptedException {
        return workspace() != null;
    }

    /**
     * A link in the place of a file is replaced; one in the place of a folder would lead the writing elsewhere.
     *
     * @throws InvalidRequestException if a link leads the folder of the file out of the workspace
     */
    default void checkFolderOf(String file) throws IOException, InterruptedException {
        int end = file.lastIndexOf('/');
        if (end > 0) {
            check("file", file.substring(0, end));
        }
    }

    /**
     * @param field the name of the field as the user writes it
     * @throws InvalidRequestException if a link inside the workspace leads the file out of it
     */
    default void check(String field, String file) throws IOException, InterruptedException {
        FilePath workspace = workspace();
        // of a workspace that does not exist yet nothing is a descendant
        if (workspace != null && workspace.exists() && !workspace.isDescendant(file)) {
            throw new InvalidRequestException(field, Messages.DeliveryPlace_link(file));
        }
    }
}
