package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.render.DurableFile;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The charges of one day at one service, one line each. A line is added and forced to the disk; none is ever changed. */
final class DayFile {

    private static final Logger LOGGER = Logger.getLogger(DayFile.class.getName());

    private static final String SUFFIX = ".jsonl";

    private final Path file;

    private DayFile(Path file) {
        this.file = file;
    }

    /** @param folder of the account of a service */
    static DayFile of(Path folder, LocalDate day) {
        return new DayFile(folder.resolve(day + SUFFIX));
    }

    /** The days that an account has files of, in order. */
    static List<LocalDate> days(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}" + SUFFIX))
                    .map(name -> LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        }
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
