package io.jenkins.plugins.videogeneration.api;

import java.time.Instant;

/**
 * A character that videos can show.
 *
 * @param id the service's id, or null: the protocol allows that
 * @param name what prompts call it, or null
 * @param createdAt when it was made, or null
 */
public record VideoCharacter(String id, String name, Instant createdAt) {}
