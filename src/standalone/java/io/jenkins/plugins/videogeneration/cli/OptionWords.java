package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import java.util.Locale;
import java.util.Map;

/** The rules of requests speak of fields as pipelines write them; here they are options. */
final class OptionWords {

    private static final String FIT = "fitInputReference";
    private static final Map<String, String> OTHERWISE = Map.of("id", "--video-id", "characters", "--character");

    private OptionWords() {}

    /** What is wrong, as a sentence without its full stop that begins with the option. */
    static String of(InvalidRequestException e) {
        return option(e.field()) + " " + e.problem().words().replace(FIT, option(FIT));
    }

    private static String option(String field) {
        String kebab = field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return OTHERWISE.getOrDefault(field, "--" + kebab);
    }
}
