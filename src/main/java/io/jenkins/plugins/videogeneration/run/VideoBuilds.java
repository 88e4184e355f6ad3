package io.jenkins.plugins.videogeneration.run;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The builds of a job that have renders, found by their folders. A job may have thousands of builds: none of them is
 * loaded, and no journal is read, before it is asked for.
 */
public final class VideoBuilds {

    private static final Logger LOGGER = Logger.getLogger(VideoBuilds.class.getName());
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private final Job<?, ?> job;

    public VideoBuilds(Job<?, ?> job) {
        this.job = job;
    }

    /** Whether no build has renders. It is asked for on every page of every job, so one look at a file has to do. */
    public boolean isEmpty() {
        NewestVideos newest = new NewestVideos(job);
        OptionalInt noted = newest.read();
        if (noted.isEmpty()) {
            return true;
        }
        return !RenderFolders.exist(folder(noted.getAsInt())) && isEmptyNow(newest);
    }

    /** The build that was the newest one is gone. */
    private boolean isEmptyNow(NewestVideos newest) {
        Optional<Integer> found = newestFirst(number -> true).findFirst();
        if (found.isEmpty()) {
            newest.forget();
            // a build may have noted itself between the look and this
            found = newestFirst(number -> true).findFirst();
        }
        found.ifPresent(newest::note);
        return found.isEmpty();
    }

    /** The numbers of the builds that have renders, newest first; a folder is looked at only when its number is taken. */
    public Stream<Integer> newestFirst(Predicate<Integer> wanted) {
        return numbers().stream().filter(wanted).filter(number -> RenderFolders.exist(folder(number)));
    }

    /** The renders of a build as its journals have them, without loading the build. */
    public List<RenderRecord> records(int number) {
        return new RenderFolders().all(folder(number));
    }

    /** The build itself, or null if it was deleted meanwhile. */
    public Run<?, ?> load(int number) {
        return job.getBuildByNumber(number);
    }

    private List<Integer> numbers() {
        Path builds = job.getBuildDir().toPath();
        if (!Files.isDirectory(builds)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(builds)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> NUMBER.matcher(name).matches())
                    .map(Integer::valueOf)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot list " + builds);
            return List.of();
        }
    }

    private Path folder(int number) {
        return job.getBuildDir().toPath().resolve(Integer.toString(number));
    }
}
