package io.jenkins.plugins.videogeneration.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A journal in a file that also remembers each record, and that a test can break. */
final class RecordingJournal implements RenderJournal {

    /** Decides whether a record can be written. */
    @FunctionalInterface
    interface Disk {
        void accept(RenderRecord record) throws IOException;
    }

    private final FileJournal file;
    private final List<RenderRecord> written = new CopyOnWriteArrayList<>();
    private final List<Consumer<RenderRecord>> watchers = new CopyOnWriteArrayList<>();
    private volatile Disk disk = record -> {};

    RecordingJournal(Path file) {
        this.file = new FileJournal(file.getParent(), file.getFileName().toString());
    }

    void breakWith(Disk broken) {
        disk = broken;
    }

    /** Is told each record, after it was written. */
    void watch(Consumer<RenderRecord> watcher) {
        watchers.add(watcher);
    }

    @Override
    public void write(RenderRecord record) throws IOException {
        disk.accept(record);
        file.write(record);
        written.add(record);
        watchers.forEach(watcher -> watcher.accept(record));
    }

    /** What the file holds at this moment. */
    RenderRecord onDisk() {
        try {
            return file.read().orElseThrow(() -> new AssertionError("Nothing was written down"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<RenderRecord> written() {
        return List.copyOf(written);
    }

    List<Phase> phases() {
        return written.stream().map(RenderRecord::phase).toList();
    }
}
