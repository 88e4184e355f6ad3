package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.render.DurableFile;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The queue of a service on the disk. Trouble with it is logged: no render ends because of it. */
final class QueueFile {

    private static final Logger LOGGER = Logger.getLogger(QueueFile.class.getName());

    private final Path file;
    private List<Ticket> written = List.of();

    QueueFile(Path file) {
        this.file = file;
    }

    List<Ticket> read() {
        try {
            written =
                    Files.exists(file) ? List.of(RecordJson.read(Files.readAllBytes(file), Ticket[].class)) : List.of();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file);
        }
        return written;
    }

    void write(List<Ticket> tickets) {
        if (tickets.equals(written)) {
            return;
        }
        try {
            DurableFile.replace(file, RecordJson.write(tickets));
            written = List.copyOf(tickets);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot write " + file);
        }
    }
}
