package io.jenkins.plugins.videogeneration.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The latest requests, and how many there ever were of each operation. */
final class RequestLog {

    private final int capacity;
    private final Deque<LoggedRequest> latest = new ArrayDeque<>();
    private final Map<Operation, Long> counts = new EnumMap<>(Operation.class);

    RequestLog(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(LoggedRequest request) {
        if (latest.size() == capacity) {
            latest.removeFirst();
        }
        latest.addLast(request);
        request.operation().ifPresent(operation -> counts.merge(operation, 1L, Long::sum));
    }

    synchronized List<LoggedRequest> latest() {
        return List.copyOf(latest);
    }

    synchronized long count(Operation operation) {
        return counts.getOrDefault(operation, 0L);
    }
}
