package io.jenkins.plugins.videogeneration.render;

import java.time.Instant;

/**
 * A status that a service reported, and when it was first seen.
 *
 * @param status the service's own word
 * @param at when we saw it
 */
public record StatusChange(String status, Instant at) {}
