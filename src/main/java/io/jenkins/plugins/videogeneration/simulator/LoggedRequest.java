package io.jenkins.plugins.videogeneration.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that arrived, whatever became of it.
 *
 * @param at when
 * @param method in upper case
 * @param path as sent, without the query; of a very long one the beginning
 * @param operation what it asked for; empty when it was no call of the API
 */
public record LoggedRequest(Instant at, String method, String path, Optional<Operation> operation) {

    private static final int LONGEST_PATH = 500;

    public LoggedRequest {
        path = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
    }
}
