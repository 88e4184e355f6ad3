package io.jenkins.plugins.videogeneration.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Which API keys are let in. */
public final class KeyRule {

    private final boolean needed;
    private final Optional<byte[]> key;

    private KeyRule(boolean needed, Optional<byte[]> key) {
        this.needed = needed;
        this.key = key;
    }

    /** Everybody is let in, with a key or without. */
    public static KeyRule none() {
        return new KeyRule(false, Optional.empty());
    }

    /** Any key will do, as long as there is one. */
    public static KeyRule any() {
        return new KeyRule(true, Optional.empty());
    }

    /**
     * Only this key.
     *
     * @throws IllegalArgumentException when it is blank
     */
    public static KeyRule exactly(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key is blank");
        }
        return new KeyRule(true, Optional.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    boolean needed() {
        return needed;
    }

    boolean accepts(String presented) {
        byte[] bytes = presented.getBytes(StandardCharsets.UTF_8);
        return key.map(expected -> MessageDigest.isEqual(expected, bytes)).orElse(true);
    }

    /** Tells the rule, never the key. */
    @Override
    public String toString() {
        return !needed ? "no key" : key.isPresent() ? "one key" : "any key";
    }
}
