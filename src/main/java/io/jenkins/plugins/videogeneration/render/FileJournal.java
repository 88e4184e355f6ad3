package io.jenkins.plugins.videogeneration.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A journal in a file of its own, which always holds a whole record. */
public final class FileJournal implements RenderJournal {

    private final Path file;

    /** @param name the name of the journal's file in the folder, which is made when it is missing */
    public FileJournal(Path folder, String name) {
        this.file = folder.resolve(name);
    }

    @Override
    public synchronized void write(RenderRecord record) throws IOException {
        DurableFile.replace(file, RecordJson.write(record));
    }

    /**
     * The last record, or nothing if none was written.
     *
     * @throws IOException if there is a file, but no record in it
     */
    public synchronized Optional<RenderRecord> read() throws IOException {
        return Files.exists(file) ? Optional.of(RecordJson.readRecord(Files.readAllBytes(file))) : Optional.empty();
    }
}
