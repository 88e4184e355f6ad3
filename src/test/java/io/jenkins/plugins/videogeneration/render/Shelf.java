package io.jenkins.plugins.videogeneration.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where tests have their videos delivered to. */
final class Shelf implements RenderDelivery {

    private final Path folder;
    private final List<RenderRecord> deliveries = new CopyOnWriteArrayList<>();
    private volatile RenderDelivery before = (record, from) -> {};

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** Runs before each delivery, and may fail it. */
    void before(RenderDelivery action) {
        before = action;
    }

    @Override
    public void deliver(RenderRecord record, Path from) throws IOException, InterruptedException {
        before.deliver(record, from);
        Files.createDirectories(folder);
        for (String name : List.of(record.fileName(), Provenance.fileName(record.fileName()))) {
            Files.copy(from.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        deliveries.add(record);
    }

    List<RenderRecord> deliveries() {
        return List.copyOf(deliveries);
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
