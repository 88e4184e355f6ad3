package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.api.ConnectionLayer;
import java.time.Duration;

/**
 * What the test of a connection has to say about one layer.
 *
 * @param words whole sentences, not escaped; they may quote the service
 * @param time how long it took, or null
 */
record ConnectionFinding(ConnectionLayer layer, State state, String words, Duration time) {

    /** How a layer fared. */
    enum State {
        PASSED,
        /** It works, but somebody should know something. */
        WARNING,
        FAILED,
        /** One before it failed, or this test cannot tell. */
        NOT_TRIED
    }
}
