package io.jenkins.plugins.videogeneration.service;

import hudson.Util;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as an administrator writes them: one NAME=VALUE a line. */
final class NameValues {

    private NameValues() {}

    /** @throws IllegalArgumentException with words for the administrator if a line has no name or no equals sign */
    static Map<String, String> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Util.fixNull(text).split("\\R")) {
            int equals = line.indexOf('=');
            if (line.isBlank()) {
                continue;
            }
            if (equals < 0 || line.substring(0, equals).isBlank()) {
                throw new IllegalArgumentException(Messages.NameValues_wrong(line.trim()));
            }
            values.put(
                    line.substring(0, equals).trim(), line.substring(equals + 1).trim());
        }
        return values;
    }

    static String write(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
