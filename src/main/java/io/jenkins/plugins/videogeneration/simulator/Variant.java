package io.jenkins.plugins.videogeneration.simulator;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a video. */
enum Variant {
    VIDEO,
    THUMBNAIL,
    SPRITESHEET;

    /** The variant's name in a query. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Variant> parse(String word) {
        return Stream.of(values())
                .filter(variant -> variant.word().equals(word))
                .findFirst();
    }
}
