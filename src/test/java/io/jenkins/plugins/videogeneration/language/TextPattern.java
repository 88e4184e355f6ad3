package io.jenkins.plugins.videogeneration.language;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One text as Jenkins formats it: with arguments in place of {0}, {1} and so on. */
record TextPattern(String text) {

    private static final int MOST_ARGUMENTS = 10;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern DIGITS_AS_THEY_ARE = Pattern.compile("\\{(\\d+),number,#}");
    private static final Pattern GROUPED_BUILD = Pattern.compile("(?:#|\\b[Bb]uild )\\{\\d+}");
    private static final Pattern QUOTED_BRACE = Pattern.compile("'[{}]'");

    /** What is wrong with the text, whatever it says. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (text.isBlank()) {
            faults.add("is empty");
        }
        try {
            if (!shown().equals(placeholders())) {
                faults.add("shows the arguments " + shown() + " instead of " + placeholders());
            }
        } catch (IllegalArgumentException e) {
            faults.add("is no message format: " + e.getMessage());
        }
        if (QUOTED_BRACE.matcher(text.replace("''", "")).replaceAll("").contains("'")) {
            faults.add("has a single apostrophe, which is not shown: write two");
        }
        if (GROUPED_BUILD.matcher(text).find()) {
            faults.add("names builds that do not exist from 1,000 on: write {n,number,#}");
        }
        return faults;
    }

    Set<Integer> placeholders() {
        return arguments(PLACEHOLDER);
    }

    /** The arguments that are numbers of something, and no amounts: their digits are not grouped. */
    Set<Integer> digitsAsTheyAre() {
        return arguments(DIGITS_AS_THEY_ARE);
    }

    private Set<Integer> arguments(Pattern form) {
        Set<Integer> found = new TreeSet<>();
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            found.add(Integer.valueOf(matcher.group(1)));
        }
        return found;
    }

    /** The letters that a reader sees, without arguments. */
    String words() {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll("")
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
    }

    /** The arguments that come out when the text is formatted. An unpaired apostrophe makes those after it vanish. */
    private Set<Integer> shown() {
        Object[] arguments =
                IntStream.range(0, MOST_ARGUMENTS).mapToObj(this::argument).toArray();
        String formatted = MessageFormat.format(text, arguments);
        Set<Integer> shown = new TreeSet<>();
        IntStream.range(0, MOST_ARGUMENTS)
                .filter(index -> formatted.contains(argument(index).toString()))
                .forEach(shown::add);
        return shown;
    }

    /** A choice and a number take numbers alone; {@link #sample} is how others are shown. */
    private Object argument(int index) {
        boolean number = text.contains("{" + index + ",choice") || text.contains("{" + index + ",number");
        return number ? (Object) number(index) : sample(index);
    }

    private static int number(int index) {
        return 700 + index;
    }

    private static String sample(int index) {
        return "<argument-" + index + ">";
    }
}
