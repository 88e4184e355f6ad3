package io.jenkins.plugins.videogeneration.api;

import java.util.random.RandomGenerator;

/**
 * Chance that always falls the same way.
 *
 * @param value what {@link #nextDouble()} gives, from 0 (inclusive) to 1 (exclusive)
 */
public record FixedRandom(double value) implements RandomGenerator {

    /** All other methods of the interface are made of this one; {@code nextDouble} takes the upper 53 bits of it. */
    @Override
    public long nextLong() {
        return (long) (value * 0x1p53) << 11;
    }
}
