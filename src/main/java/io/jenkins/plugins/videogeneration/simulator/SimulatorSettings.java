package io.jenkins.plugins.videogeneration.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a simulator behaves.
 *
 * @param dialect the family of servers that it imitates
 * @param keys whom it lets in
 * @param queueTime how long a job is {@code queued}
 * @param renderTime how long it is {@code in_progress}; one that fails does so after half of it
 * @param promptRules failures by prompt; the first one that concerns a prompt decides
 * @param limits what it holds at most
 */
public record SimulatorSettings(
        Dialect dialect,
        KeyRule keys,
        Duration queueTime,
        Duration renderTime,
        List<PromptRule> promptRules,
        Limits limits) {

    /** @throws IllegalArgumentException when a time is negative */
    public SimulatorSettings {
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(keys);
        Objects.requireNonNull(limits);
        promptRules = List.copyOf(promptRules);
        if (queueTime.isNegative() || renderTime.isNegative()) {
            throw new IllegalArgumentException("times cannot be negative");
        }
    }

    /** The reference dialect, any key, half a second in the queue, four and a half seconds of rendering, no failures. */
    public static SimulatorSettings defaults() {
        return new SimulatorSettings(
                Dialect.reference(),
                KeyRule.any(),
                Duration.ofMillis(500),
                Duration.ofMillis(4500),
                List.of(),
                Limits.defaults());
    }

    /** Imitates another family of servers. */
    public SimulatorSettings withDialect(Dialect value) {
        return new SimulatorSettings(value, keys, queueTime, renderTime, promptRules, limits);
    }

    /** Lets in whom the rule accepts. */
    public SimulatorSettings withKeys(KeyRule value) {
        return new SimulatorSettings(dialect, value, queueTime, renderTime, promptRules, limits);
    }

    /** Sets both times from one: a tenth of it is spent in the queue. */
    public SimulatorSettings withTotalTime(Duration total) {
        Duration queue = total.dividedBy(10);
        return withTimes(queue, total.minus(queue));
    }

    /** Sets how long a job is queued and how long it is rendered. */
    public SimulatorSettings withTimes(Duration queue, Duration render) {
        return new SimulatorSettings(dialect, keys, queue, render, promptRules, limits);
    }

    /** Replaces the failures by prompt. */
    public SimulatorSettings withPromptRules(PromptRule... rules) {
        return withPromptRules(List.of(rules));
    }

    /** Replaces the failures by prompt. */
    public SimulatorSettings withPromptRules(List<PromptRule> rules) {
        return new SimulatorSettings(dialect, keys, queueTime, renderTime, rules, limits);
    }

    /** Holds no more than this. */
    public SimulatorSettings withLimits(Limits value) {
        return new SimulatorSettings(dialect, keys, queueTime, renderTime, promptRules, value);
    }
}
