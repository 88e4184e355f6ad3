package io.jenkins.plugins.videogeneration.gallery;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain values as a Jenkinsfile writes them. */
final class GroovyLiteral {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private GroovyLiteral() {}

    /** Named arguments, without brackets around them. */
    static String arguments(Map<?, ?> arguments) {
        return arguments.entrySet().stream()
                .map(entry -> name(String.valueOf(entry.getKey())) + ": " + of(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** @param value null, or text, a number, a truth value, or a list or map of such */
    private static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "[:]" : "[" + arguments(map) + "]";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(GroovyLiteral::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String name(String name) {
        return NAME.matcher(name).matches() ? name : quoted(name);
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
        return '\'' + escaped + '\'';
    }
}
