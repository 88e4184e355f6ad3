package io.jenkins.plugins.videogeneration.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records that end with the process. */
final class InMemoryRecords<T extends Records.Identified> implements Records<T> {

    private final Map<String, T> records = new LinkedHashMap<>();

    @Override
    public synchronized void add(T added) {
        records.put(added.id(), added);
    }

    @Override
    public synchronized void replace(T changed) {
        records.replace(changed.id(), changed);
    }

    @Override
    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public synchronized boolean remove(String id) {
        return records.remove(id) != null;
    }

    @Override
    public synchronized List<T> all() {
        return List.copyOf(records.values());
    }
}
