package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how much can still be written, so that a video does not fill up a disk that others need too. */
@FunctionalInterface
public interface FreeSpace {

    /** What the operating system says of the disk that a folder is on. */
    FreeSpace OF_THE_DISK = folder -> {
        FileStore disk = Files.getFileStore(folder);
        // some network file systems do not know their size and say 0 for all of it
        return disk.getTotalSpace() <= 0 ? Long.MAX_VALUE : disk.getUsableSpace();
    };

    /** Left alone: a disk that is full to the last byte stops everything that runs on the machine. */
    long RESERVE_BYTES = 64L * 1024 * 1024;

    /** @return in bytes; {@link Long#MAX_VALUE} if nobody knows */
    long usable(Path folder) throws IOException;

    /** @throws IOException with words for a person if the disk of the folder does not take so many bytes more */
    default void require(Path folder, long bytes) throws IOException {
        require(folder.toString(), usable(folder), bytes);
    }

    /**
     * The same for a disk that may be on another machine.
     *
     * @param free what it still takes, in bytes
     */
    static void require(String folder, long free, long bytes) throws IOException {
        if (free - RESERVE_BYTES < bytes) {
            throw new WordedIOException(Text.of(
                    "api.FreeSpace.tooLittle",
                    folder,
                    ByteCount.of(free),
                    ByteCount.of(bytes),
                    ByteCount.of(RESERVE_BYTES)));
        }
    }
}
