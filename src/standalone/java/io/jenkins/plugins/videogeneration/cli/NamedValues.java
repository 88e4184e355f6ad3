package io.jenkins.plugins.videogeneration.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the {@code NAME=VALUE} arguments of one option say. An argument may hold a secret, so it is never shown. */
final class NamedValues {

    private static final Pattern WITH_EQUALS = Pattern.compile("(?s)([^=]*)=(.*)");
    private static final Pattern WITH_COLON = Pattern.compile("(?s)([^=:]*)(?:=|:[ \\t]*)(.*)");

    private NamedValues() {}

    /** {@code NAME=VALUE}. */
    static Map<String, String> of(String option, List<String> arguments) {
        return parse(option, arguments, WITH_EQUALS, new TreeMap<>());
    }

    /** {@code NAME=VALUE}, or {@code NAME: VALUE} as headers are written; upper and lower case are the same. */
    static Map<String, String> ofHeaders(String option, List<String> arguments) {
        return parse(option, arguments, WITH_COLON, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    private static Map<String, String> parse(
            String option, List<String> arguments, Pattern form, Map<String, String> values) {
        int number = 0;
        for (String argument : arguments) {
            number++;
            Matcher matcher = form.matcher(argument);
            String name = matcher.matches() ? matcher.group(1).strip() : "";
            if (name.isEmpty()) {
                throw CommandFailure.badInput(
                        "Argument " + number + " of " + option + " is not NAME=VALUE", "Example: " + option + " a=b.");
            }
            if (values.putIfAbsent(name, matcher.group(2)) != null) {
                throw CommandFailure.badInput(option + " has '" + name + "' twice", "Leave one of them out.");
            }
        }
        return values;
    }
}
