package io.jenkins.plugins.videogeneration.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a shell script in the simple form that documentation has: words, quotes, and lines that go on. */
final class ShellWords {

    private static final Pattern CAPTURED = Pattern.compile("\\w+=\\$\\((.*)\\)");
    private static final Pattern WITH_VARIABLES = Pattern.compile("(?:[A-Z_]+=\\S+ +)+(.*)");
    private static final Pattern WORD = Pattern.compile("((?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+)\\s*");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private ShellWords() {}

    /** Each command of the program, as its arguments. */
    static List<List<String>> commandsOf(String program, String script) {
        List<List<String>> commands = new ArrayList<>();
        for (String line : script.replace("\\\n", " ").split("\n")) {
            String bare = unwrap(WITH_VARIABLES, unwrap(CAPTURED, line.strip()));
            if (bare.startsWith(program + " ")) {
                commands.add(words(bare.substring(program.length()).strip()));
            }
        }
        return commands;
    }

    private static String unwrap(Pattern wrapping, String line) {
        Matcher matcher = wrapping.matcher(line);
        return matcher.matches() ? matcher.group(1) : line;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find() && word.start() == end) {
            end = word.end();
            words.add(QUOTED.matcher(word.group(1)).replaceAll(ShellWords::content));
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("Not understood: " + text);
        }
        return words;
    }

    private static String content(MatchResult quoted) {
        return Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
    }
}
