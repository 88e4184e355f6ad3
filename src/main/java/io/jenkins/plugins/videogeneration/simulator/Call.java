package io.jenkins.plugins.videogeneration.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that was found to be a call of the API.
 *
 * @param request as it came
 * @param id the id in its path; empty where the operation has none
 * @param now the time that everything about this call is computed from
 */
record Call(ApiRequest request, Optional<String> id, Instant now) {

    /** The last value of a query parameter; the empty string where only its name is given. */
    Optional<String> query(String name) {
        return request.url().queryParameterValues(name).stream()
                .map(value -> value == null ? "" : value)
                .reduce((first, second) -> second);
    }
}
