package io.jenkins.plugins.videogeneration.run;

import io.jenkins.plugins.videogeneration.render.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The sending of what is asked for once, and cannot be looked for at the service. A mark is on the disk before it leaves,
 * and stays there, unless it is certain that the service did not take it: without the mark it may be sent after a restart.
 */
final class Departure {

    private static final Logger LOGGER = Logger.getLogger(Departure.class.getName());

    private final Path mark;
    private final CompletableFuture<Void> unwanted = new CompletableFuture<>();

    Departure(Path mark) {
        this.mark = mark;
    }

    /** Completes when it shall not be sent any more, if it has not left by then, and not be sent again. */
    CompletableFuture<Void> unwanted() {
        return unwanted;
    }

    boolean mayHaveLeft() {
        return Files.exists(mark);
    }

    /** To be called just before it leaves. */
    void leaves() throws IOException {
        DurableFile.replace(mark, new byte[0]);
    }

    /** The service did not take it. */
    void wasNotTaken() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot delete " + mark);
        }
    }
}
