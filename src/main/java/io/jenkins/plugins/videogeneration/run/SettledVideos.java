package io.jenkins.plugins.videogeneration.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.videogeneration.render.DurableFile;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The ids of the videos that this Jenkins has brought home lately, so that none of them is taken for the video of a
 * render that is looked for. A file for each day, a line for each video.
 */
@Extension
@Restricted(NoExternalUse.class)
public class SettledVideos {

    private static final Logger LOGGER = Logger.getLogger(SettledVideos.class.getName());
    private static final String FOLDER = "video-generation/settled";
    private static final String ENDING = ".jsonl";

    /** Services forget videos sooner. */
    private static final int DAYS = 30;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Settled(String service, String videoId, String key) {}

    public static SettledVideos get() {
        return ExtensionList.lookupSingleton(SettledVideos.class);
    }

    /** @param key of the render that had the video */
    synchronized void add(String service, String videoId, String key) throws IOException {
        LocalDate today =
                LocalDate.ofInstant(ServiceConnections.timing().clock().instant(), ZoneOffset.UTC);
        Path file = folder().resolve(today + ENDING);
        if (!Files.exists(file)) {
            deleteBefore(today.minusDays(DAYS));
        }
        String line = new String(RecordJson.canonical(new Settled(service, videoId, key)), StandardCharsets.UTF_8);
        // a crash may have left the begin of a line, which must not spoil this one
        DurableFile.append(file, ("\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a video was brought home by another render than this one. */
    synchronized boolean isOthers(String service, String videoId, String key) {
        return files().stream()
                .flatMap(SettledVideos::read)
                .anyMatch(settled -> settled.service().equals(service)
                        && settled.videoId().equals(videoId)
                        && !settled.key().equals(key));
    }

    private static Stream<Settled> read(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).flatMap(line -> parse(line, file));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file);
            return Stream.empty();
        }
    }

    private static Stream<Settled> parse(String line, Path file) {
        try {
            return Stream.of(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), Settled.class));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Left out a line of " + file);
            return Stream.empty();
        }
    }

    private static void deleteBefore(LocalDate day) {
        for (Path file : files()) {
            if (String.valueOf(file.getFileName()).compareTo(day + ENDING) < 0) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    LOGGER.log(Level.WARNING, e, () -> "Cannot delete " + file);
                }
            }
        }
    }

    private static List<Path> files() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot list " + folder());
            return List.of();
        }
    }

    private static Path folder() {
        return Jenkins.get().getRootDir().toPath().resolve(FOLDER);
    }
}
