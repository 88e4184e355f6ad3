package io.jenkins.plugins.videogeneration.simulator;

import java.time.Instant;
import java.util.Objects;

/**
 * A character taken from an uploaded video, to appear in later ones.
 *
 * @param id as given to the client
 * @param name 1 to 80 characters
 * @param createdAt when it was uploaded
 */
public record VideoCharacter(String id, String name, Instant createdAt) implements Records.Identified {

    public VideoCharacter {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(createdAt);
    }
}
