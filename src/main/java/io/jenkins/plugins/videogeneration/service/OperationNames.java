package io.jenkins.plugins.videogeneration.service;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Operations as an administrator writes them: their names, divided by commas. */
final class OperationNames {

    private OperationNames() {}

    /** @throws IllegalArgumentException with the known names if one is unknown */
    static Set<VideoOperation> read(String text) {
        Set<VideoOperation> operations = EnumSet.noneOf(VideoOperation.class);
        for (String name : Util.fixNull(text).split("[,\\s]+")) {
            if (!name.isEmpty()) {
                operations.add(named(name));
            }
        }
        return operations;
    }

    static String write(Collection<VideoOperation> operations) {
        return operations.stream().sorted().map(OperationNames::name).collect(Collectors.joining(", "));
    }

    private static VideoOperation named(String name) {
        return Arrays.stream(VideoOperation.values())
                .filter(known -> name(known).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        Messages.OperationNames_unknown(name, write(Arrays.asList(VideoOperation.values())))));
    }

    private static String name(VideoOperation operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
