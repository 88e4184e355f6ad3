package io.jenkins.plugins.videogeneration.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Faults that wait for their calls, first in, first out for each operation. */
final class FaultPlan {

    private final Map<Operation, Deque<Planned>> faults = new EnumMap<>(Operation.class);

    synchronized void add(Operation operation, int calls, Fault fault) {
        if (calls < 1) {
            throw new IllegalArgumentException("a fault needs a call to happen to, not " + calls);
        }
        faults.computeIfAbsent(operation, key -> new ArrayDeque<>()).addLast(new Planned(fault, calls));
    }

    synchronized Optional<Fault> next(Operation operation) {
        Deque<Planned> waiting = faults.get(operation);
        if (waiting == null || waiting.isEmpty()) {
            return Optional.empty();
        }
        Planned first = waiting.removeFirst();
        if (first.calls() > 1) {
            waiting.addFirst(new Planned(first.fault(), first.calls() - 1));
        }
        return Optional.of(first.fault());
    }

    private record Planned(Fault fault, int calls) {}
}
