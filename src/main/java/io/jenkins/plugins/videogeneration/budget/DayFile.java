package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.render.DurableFile;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The charges of one day at one service, one line each. A line is added and forced to the disk; none is ever changed. */
final class DayFile {

    private static final Logger LOGGER = Logger.getLogger(DayFile.class.getName());

    private final Path file;

    DayFile(Path file) {
        this.file = file;
    }

    void add(Charge charge) throws IOException {
        String line = new String(RecordJson.canonical(charge), StandardCharsets.UTF_8);
        // a crash may have left the begin of a line, which must not spoil this one
        DurableFile.append(file, ("\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What counts, by the keys of the renders. */
    Map<String, Charge> read() throws IOException {
        Map<String, Charge> charges = new LinkedHashMap<>();
        if (Files.exists(file)) {
            // not by lines of the file system's choice: a broken character shall not make the rest unreadable
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.isBlank()).forEach(line -> apply(line, charges));
        }
        return charges;
    }

    private void apply(String line, Map<String, Charge> charges) {
        try {
            Charge charge = RecordJson.read(line.getBytes(StandardCharsets.UTF_8), Charge.class);
            if (charge.takenBack()) {
                charges.remove(charge.key());
            } else {
                charges.put(charge.key(), charge);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Left out a line of " + file);
        }
    }
}
