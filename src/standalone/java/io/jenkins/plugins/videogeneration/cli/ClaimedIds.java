package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.render.Provenance;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VideoClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which renders belong to other videos of the same folder, by their journals and provenance records. */
final class ClaimedIds implements VideoClaims {

    private static final String OTHERS = "*{" + OutputPlace.JOURNAL_SUFFIX + "," + ".mp4.json}";

    private static final String TURN = ".videos.lock";

    private final OutputPlace own;

    ClaimedIds(OutputPlace own) {
        this.own = own;
    }

    @Override
    public boolean isTaken(String id) {
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

    /** Commands take turns; one that finds another at it looks again later. */
    @Override
    public boolean claim(Video video, Duration ahead) {
        Path turn = own.file().resolveSibling(TURN);
        try {
            Optional<ProcessLock> lock = ProcessLock.tryTake(turn);
            return lock.isPresent() && claim(video.id(), turn, lock.get());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + turn.getParent() + ": " + e.getMessage(), e);
        }
    }

    /** The journal says from now on whose it is. */
    private boolean claim(String id, Path turn, ProcessLock lock) throws IOException {
        try (lock) {
            boolean free = !isTaken(id);
            Optional<RenderRecord> mine = own.journal().read();
            if (free && mine.isPresent()) {
                own.journal().write(mine.get().knownAs(id, false));
            }
            turn.toFile().delete();
            return free;
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
