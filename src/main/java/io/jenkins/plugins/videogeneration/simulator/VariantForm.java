package io.jenkins.plugins.videogeneration.simulator;

import java.util.Optional;
import java.util.Set;

/** What a family makes of the parameter {@code variant}. */
enum VariantForm {
    /** The variants have names. */
    NAMED {
        @Override
        Variant read(Optional<String> value, Set<Variant> known) {
            return value.map(word -> Variant.parse(word)
                            .filter(known::contains)
                            .orElseThrow(() -> ApiError.badValue("variant", "There is no such variant.")))
                    .orElse(Variant.VIDEO);
        }
    },
    /** It is not looked at: whoever asks for a thumbnail gets the video. */
    IGNORED {
        @Override
        Variant read(Optional<String> value, Set<Variant> known) {
            return Variant.VIDEO;
        }
    },
    /** It is the number of one of several videos, and there is only one. */
    INDEX {
        @Override
        Variant read(Optional<String> value, Set<Variant> known) {
            if (value.isPresent() && !value.get().equals("0")) {
                throw ApiError.notFound("The video has no variant " + value.get() + ".");
            }
            return Variant.VIDEO;
        }
    };

    /** @throws ApiError when there is no such variant */
    abstract Variant read(Optional<String> value, Set<Variant> known);
}
