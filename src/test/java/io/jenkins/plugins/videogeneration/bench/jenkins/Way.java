package io.jenkins.plugins.videogeneration.bench.jenkins;

import java.time.Instant;
import java.util.Map;

/** A way to wait for renders. */
interface Way extends AutoCloseable {

    String name();

    /** Begins to render and to wait; returns before that is over. */
    void start(String baseUrl, int renders, int pollSeconds) throws Exception;

    /** When each render was known to be completed, by id; waits until all are. */
    Map<String, Instant> noticed() throws Exception;

    /** When whoever waited could go on, by id. */
    Map<String, Instant> returned() throws Exception;

    @Override
    void close() throws Exception;
}
