package io.jenkins.plugins.videogeneration.simulator;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How requests for renders are to be written.
 *
 * @param encodings understood
 * @param nestedNames whether names in brackets, such as {@code video[id]}, are understood in a form
 * @param formNeedsFile whether a form without a file is refused
 * @param knownFields others are refused with 422; empty where they are ignored
 */
record BodyRules(
        Set<BodyEncoding> encodings, boolean nestedNames, boolean formNeedsFile, Optional<Set<String>> knownFields) {

    BodyRules {
        encodings = Set.copyOf(encodings);
        knownFields = knownFields.map(Set::copyOf);
    }

    static BodyRules reference() {
        return new BodyRules(EnumSet.allOf(BodyEncoding.class), true, false, Optional.empty());
    }

    BodyRules onlyForms() {
        return new BodyRules(Set.of(BodyEncoding.MULTIPART), nestedNames, formNeedsFile, knownFields);
    }

    BodyRules withoutNestedNames() {
        return new BodyRules(encodings, false, formNeedsFile, knownFields);
    }

    BodyRules formsWithFiles() {
        return new BodyRules(encodings, nestedNames, true, knownFields);
    }

    BodyRules knowing(String... fields) {
        return new BodyRules(encodings, nestedNames, formNeedsFile, Optional.of(Set.of(fields)));
    }

    /** @throws ApiError when the request is not written as it has to be */
    void check(Parameters parameters) {
        if (formNeedsFile
                && parameters.encoding() == BodyEncoding.MULTIPART
                && parameters.files().isEmpty()) {
            throw ApiError.badRequest(null, "A form has to have the file of 'input_reference'; send JSON without one.");
        }
        knownFields.ifPresent(known -> {
            parameters.fields().fieldNames().forEachRemaining(name -> checkKnown(known, name));
            parameters.files().keySet().forEach(name -> checkKnown(known, name));
        });
    }

    private static void checkKnown(Set<String> known, String name) {
        if (!known.contains(name)) {
            throw new ApiError(
                    422,
                    "invalid_request_error",
                    "body." + name + ": Extra inputs are not permitted",
                    name,
                    "extra_forbidden");
        }
    }
}
