package io.jenkins.plugins.videogeneration.simulator;

import java.util.List;
import java.util.Optional;

/**
 * Things with ids, in the order in which they were added. Implementations may be used by many threads at once; each method is atomic.
 *
 * @param <T> immutable
 */
public interface Records<T extends Records.Identified> {

    /** What a record has to have. */
    interface Identified {
        /** Different from all others. */
        String id();
    }

    /** Adds a record, durably where the store is durable. */
    void add(T added);

    /** Puts a record in the place of the one with its id. Has no effect when there is none. */
    void replace(T changed);

    Optional<T> find(String id);

    /** @return whether the record was there */
    boolean remove(String id);

    /** All records as of now, oldest first. */
    List<T> all();
}
