package io.jenkins.plugins.videogeneration.run;

import hudson.model.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Which build of a job was the last to have renders, in a small file beside the job's builds. Without it each page of a
 * job that never had any would have to look into the folders of all its builds.
 */
final class NewestVideos {

    private static final Logger LOGGER = Logger.getLogger(NewestVideos.class.getName());
    private static final String FILE = "video-generation.newest";
    /** No build has this number: what was noted leads nowhere. */
    private static final int NO_BUILD = 0;

    private final Path file;

    NewestVideos(Job<?, ?> job) {
        this.file = job.getRootDir().toPath().resolve(FILE);
    }

    /** The build, which may have been deleted since, or nothing if the job never had renders. */
    OptionalInt read() {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            LOGGER.log(Level.FINE, e, () -> "Cannot read " + file);
            return OptionalInt.of(NO_BUILD);
        }
    }

    /** What cannot be written costs the job its gallery, but no build its video. */
    void note(int build) {
        try {
            Files.writeString(file, Integer.toString(build));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot write " + file);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot delete " + file);
        }
    }
}
