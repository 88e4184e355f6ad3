package io.jenkins.plugins.videogeneration.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server takes on.
 *
 * @param createsPerMinute how many renders are accepted in a minute; further ones get a 429
 * @param oneAtATime whether a second render is refused with 409 while one is running
 * @param unloadedModel the name of a model that is known but not loaded: 503
 * @param failedCallStatus the HTTP status of a call that fails on the server
 * @param betweenPolls how long a client has to wait before it asks for the same job again; sooner it gets a 429
 * @param pollHint whether answers say when to ask again, in {@code openai-poll-after-ms}
 */
record LoadRules(
        int createsPerMinute,
        boolean oneAtATime,
        Optional<String> unloadedModel,
        int failedCallStatus,
        Duration betweenPolls,
        boolean pollHint) {

    /** Takes on everything. */
    static LoadRules reference() {
        return new LoadRules(Integer.MAX_VALUE, false, Optional.empty(), 500, Duration.ZERO, true);
    }

    /** Says nothing about when to ask again. */
    static LoadRules silent() {
        return new LoadRules(Integer.MAX_VALUE, false, Optional.empty(), 500, Duration.ZERO, false);
    }

    LoadRules creatingPerMinute(int value) {
        return new LoadRules(value, oneAtATime, unloadedModel, failedCallStatus, betweenPolls, pollHint);
    }

    LoadRules oneAtATime(String modelThatIsNotLoaded) {
        return new LoadRules(
                createsPerMinute, true, Optional.of(modelThatIsNotLoaded), failedCallStatus, betweenPolls, pollHint);
    }

    LoadRules failingWith(int status) {
        return new LoadRules(createsPerMinute, oneAtATime, unloadedModel, status, betweenPolls, pollHint);
    }

    LoadRules polledEvery(Duration value) {
        return new LoadRules(createsPerMinute, oneAtATime, unloadedModel, failedCallStatus, value, pollHint);
    }
}
