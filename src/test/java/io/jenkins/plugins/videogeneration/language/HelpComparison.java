package io.jenkins.plugins.videogeneration.language;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares an English help file with its translations. */
final class HelpComparison {

    private static final Pattern TAG = Pattern.compile("<[^>]+>");
    private static final Pattern CODE = Pattern.compile("<code>[^<]*</code>");

    private HelpComparison() {}

    /** What is missing or wrong in the translations of a file, one line each. */
    static List<String> faults(Path english) {
        List<String> faults = new ArrayList<>();
        String original = Languages.read(english);
        for (String language : Languages.ALL) {
            Path file = Languages.translation(english, language);
            if (!Files.exists(file)) {
                faults.add("missing: " + file);
                continue;
            }
            String translation = Languages.read(file);
            if (words(translation).isEmpty()) {
                faults.add(file + ": says nothing");
            } else if (words(translation).equals(words(original))) {
                faults.add(file + ": is English");
            }
            // names of fields and values are the same in all languages, but sentences may name them in another order
            if (!sorted(CODE, original).equals(sorted(CODE, translation))) {
                faults.add(
                        file + ": has the code " + sorted(CODE, translation) + " instead of " + sorted(CODE, original));
            }
            if (!sorted(TAG, original).equals(sorted(TAG, translation))) {
                faults.add(
                        file + ": has the tags " + sorted(TAG, translation) + " instead of " + sorted(TAG, original));
            }
        }
        return faults;
    }

    private static String words(String html) {
        return TAG.matcher(html).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    private static List<String> sorted(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(MatchResult::group).sorted().toList();
    }
}
