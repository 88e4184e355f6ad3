package io.jenkins.plugins.videogeneration.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a video may be.
 *
 * @param field what the length is called in a request
 * @param accepted the lengths, the default first
 * @param most any length up to this is accepted as well; 0 for none
 * @param whole whether a length has to be a whole number
 * @param frames whether {@code num_frames} and {@code fps} count where the length is missing, with one frame as the default
 */
record SecondsRules(String field, List<BigDecimal> accepted, int most, boolean whole, boolean frames) {

    SecondsRules {
        accepted = List.copyOf(accepted);
    }

    /** One of these lengths and no other. */
    static SecondsRules oneOf(int... seconds) {
        return new SecondsRules(
                "seconds", IntStream.of(seconds).mapToObj(BigDecimal::valueOf).toList(), 0, true, false);
    }

    /** Any length up to a limit. */
    static SecondsRules upTo(int most) {
        return new SecondsRules("seconds", List.of(BigDecimal.valueOf(4)), most, false, false);
    }

    SecondsRules onlyWhole() {
        return new SecondsRules(field, accepted, most, true, frames);
    }

    SecondsRules called(String name) {
        return new SecondsRules(name, accepted, most, whole, frames);
    }

    SecondsRules orFrames() {
        return new SecondsRules(field, accepted, most, whole, true);
    }

    /** The length in the form in which it is shown. */
    BigDecimal check(BigDecimal seconds) {
        for (BigDecimal known : accepted) {
            if (known.compareTo(seconds) == 0) {
                return known;
            }
        }
        boolean fits = seconds.signum() > 0 && seconds.compareTo(BigDecimal.valueOf(most)) <= 0;
        boolean integral = seconds.stripTrailingZeros().scale() <= 0;
        if (!fits || whole && !integral) {
            throw refusal();
        }
        return integral ? seconds.setScale(0) : seconds;
    }

    ApiError refusal() {
        String known = most > 0
                ? (whole ? "whole numbers" : "numbers") + " up to " + most
                : accepted.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
        return ApiError.badValue(field, "Invalid '" + field + "'; supported values are " + known + ".");
    }
}
