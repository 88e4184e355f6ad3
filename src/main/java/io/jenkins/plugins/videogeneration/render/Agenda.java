package io.jenkins.plugins.videogeneration.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When each render is to be asked for next. Not safe for several threads: its board guards it. */
final class Agenda {

    /** Of two renders that are due together the one that was planned first comes first. */
    private record Slot(Instant due, long number) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int byTime = due.compareTo(other.due);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    private final TreeMap<Slot, AwaitedRender> slots = new TreeMap<>();
    private final Map<AwaitedRender, Slot> slotOf = new HashMap<>();
    private long planned;

    void put(AwaitedRender render, Instant due) {
        remove(render);
        Slot slot = new Slot(due, planned++);
        slots.put(slot, render);
        slotOf.put(render, slot);
    }

    /** Takes a render off; false if it was not on. */
    boolean remove(AwaitedRender render) {
        Slot slot = slotOf.remove(render);
        if (slot == null) {
            return false;
        }
        slots.remove(slot);
        return true;
    }

    /** When the next render is due, or null if none waits. */
    Instant next() {
        return slots.isEmpty() ? null : slots.firstKey().due();
    }

    /** Takes off what is due by then, earliest first. */
    List<AwaitedRender> takeDue(Instant now) {
        List<AwaitedRender> due = new ArrayList<>();
        while (!slots.isEmpty() && !slots.firstKey().due().isAfter(now)) {
            AwaitedRender render = slots.pollFirstEntry().getValue();
            slotOf.remove(render);
            due.add(render);
        }
        return due;
    }

    /** Those that are due within half of their interval: asked for along with others, they need not be asked for then. */
    List<AwaitedRender> soon(Instant now) {
        return slots.entrySet().stream()
                .filter(slot -> !slot.getKey()
                        .due()
                        .isAfter(
                                now.plus(slot.getValue().record().pollInterval().dividedBy(2))))
                .map(Map.Entry::getValue)
                .toList();
    }
}
