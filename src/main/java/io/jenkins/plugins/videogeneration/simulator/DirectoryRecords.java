package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Records that outlive the process: one small JSON file for each. Files are named by numbers that count up, never by anything a client
 * sent. A file is complete or absent, also after a crash.
 */
final class DirectoryRecords<T extends Records.Identified> implements Records<T> {

    private static final Logger LOGGER = Logger.getLogger(DirectoryRecords.class.getName());
    private static final Pattern NAME = Pattern.compile("(\\d{12})\\.json");

    private final Path directory;
    private final RecordForm<T> form;
    private final ObjectMapper mapper = new ObjectMapper();
    private final InMemoryRecords<T> records = new InMemoryRecords<>();
    private final Map<String, Path> files = new HashMap<>();
    private long lastNumber;

    /** Reads what is there. A file that cannot be read is left alone and logged: one damaged record must not cost the others. */
    DirectoryRecords(Path directory, RecordForm<T> form) {
        this.directory = directory;
        this.form = form;
        try {
            Files.createDirectories(directory);
            for (Path file : filesIn(directory)) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void add(T added) {
        String name = String.format(Locale.ROOT, "%012d.json", ++lastNumber);
        Path file = directory.resolve(name);
        write(added, file);
        files.put(added.id(), file);
        records.add(added);
    }

    @Override
    public synchronized void replace(T changed) {
        Path file = files.get(changed.id());
        if (file != null) {
            write(changed, file);
            records.replace(changed);
        }
    }

    @Override
    public Optional<T> find(String id) {
        return records.find(id);
    }

    @Override
    public synchronized boolean remove(String id) {
        Path file = files.remove(id);
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return records.remove(id);
    }

    @Override
    public List<T> all() {
        return records.all();
    }

    private void write(T record, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            writeThrough(part, mapper.writeValueAsBytes(form.write(record)));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> name(file).matches()).sorted().toList();
        }
    }

    private static Matcher name(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName()));
    }

    private synchronized void read(Path file) {
        Matcher name = name(file);
        if (name.matches()) {
            lastNumber = Math.max(lastNumber, Long.parseLong(name.group(1)));
        }
        try {
            T stored = form.read(mapper.readTree(Files.readAllBytes(file)));
            files.put(stored.id(), file);
            records.add(stored);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "Left out a record of the simulator that cannot be read: " + file, e);
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
