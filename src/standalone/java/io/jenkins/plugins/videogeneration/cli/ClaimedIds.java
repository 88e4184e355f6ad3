package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.render.Provenance;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Which renders belong to other videos of the same folder, by their journals and provenance records. */
final class ClaimedIds implements Predicate<String> {

    private static final String OTHERS = "*{" + OutputPlace.JOURNAL_SUFFIX + "," + ".mp4.json}";

    private final OutputPlace own;

    ClaimedIds(OutputPlace own) {
        this.own = own;
    }

    @Override
    public boolean test(String id) {
        Path folder = own.file().getParent();
        Path ownProvenance =
                folder.resolve(Provenance.fileName(own.file().getFileName().toString()));
        try (DirectoryStream<Path> records = Files.newDirectoryStream(folder, OTHERS)) {
            for (Path record : records) {
                boolean isOwn = record.equals(own.journalFile()) || record.equals(ownProvenance);
                if (!isOwn && holds(record, id)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean holds(Path record, String id) {
        try {
            return id.equals(RecordJson.readRecord(Files.readAllBytes(record)).videoId());
        } catch (IOException e) {
            // some other program's file, or one that is just going away
            return false;
        }
    }
}
