package io.jenkins.plugins.videogeneration.run;

import io.jenkins.plugins.videogeneration.render.FileJournal;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of a build's renders, below the build's own, with a journal in each. What has ended is read once and
 * remembered until its file changes: a page that shows a running build asks for all of them every few seconds.
 */
final class RenderFolders {

    private static final Logger LOGGER = Logger.getLogger(RenderFolders.class.getName());
    private static final String FOLDER = "video-generation";
    private static final String JOURNAL = "render.json";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]+");

    private final Map<String, Ended> ended = new ConcurrentHashMap<>();

    /** A record that is final, and the file that it was read from. */
    private record Ended(FileTime written, long bytes, RenderRecord record) {

        boolean isStillIn(BasicFileAttributes file) {
            return written.equals(file.lastModifiedTime()) && bytes == file.size();
        }
    }

    static Path in(Path buildFolder) {
        return buildFolder.resolve(FOLDER);
    }

    static FileJournal journal(Path folder) {
        return new FileJournal(folder, JOURNAL);
    }

    /** Whether a build has renders; no journal is read for that. */
    static boolean exist(Path buildFolder) {
        Path root = in(buildFolder);
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.anyMatch(folder -> Files.exists(folder.resolve(JOURNAL)));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot list " + root);
            return false;
        }
    }

    /** All renders of a build, oldest first; one whose journal can't be read is left out and logged. */
    List<RenderRecord> all(Path buildFolder) {
        Path root = in(buildFolder);
        List<RenderRecord> records = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> folders = Files.list(root)) {
                folders.forEach(folder -> read(folder).ifPresent(records::add));
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "Cannot list " + root);
            }
        }
        records.sort(Comparator.comparing(RenderRecord::intendedAt));
        return records;
    }

    /** @param key the render's, or whatever else somebody calls so: it leads nowhere but into the build's folder */
    Optional<RenderRecord> one(Path buildFolder, String key) {
        return KEY.matcher(key).matches() ? read(in(buildFolder).resolve(key)) : Optional.empty();
    }

    private Optional<RenderRecord> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            // the mark of a character, or a render that is not there
            return Optional.empty();
        }
        String key = String.valueOf(folder.getFileName());
        try {
            BasicFileAttributes file = Files.readAttributes(folder.resolve(JOURNAL), BasicFileAttributes.class);
            Ended known = ended.get(key);
            if (known != null && known.isStillIn(file)) {
                return Optional.of(known.record());
            }
            Optional<RenderRecord> read = journal(folder).read();
            read.filter(record -> record.phase().isFinal())
                    .ifPresent(record -> ended.put(key, new Ended(file.lastModifiedTime(), file.size(), record)));
            return read;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read the journal in " + folder);
            return Optional.empty();
        }
    }
}
