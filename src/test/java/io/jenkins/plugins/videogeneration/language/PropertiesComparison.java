package io.jenkins.plugins.videogeneration.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Compares an English properties file with its translations. */
final class PropertiesComparison {

    /** Shorter texts may be the same word in two languages. */
    private static final int LETTERS_OF_A_LONG_TEXT = 9;

    /** Long texts that are the same in every language. */
    private static final Set<String> TECHNICAL = Set.of("Videos API");

    private final Path english;
    private final Properties texts;
    private final List<String> faults = new ArrayList<>();

    private PropertiesComparison(Path english) {
        this.english = english;
        texts = load(english);
    }

    /** What is missing or wrong in a file and in its translations, one line each. */
    static List<String> faults(Path english) {
        PropertiesComparison comparison = new PropertiesComparison(english);
        comparison.texts.stringPropertyNames().forEach(key -> comparison.check(english, key, comparison.texts));
        Languages.ALL.forEach(comparison::compare);
        return comparison.faults;
    }

    static Set<String> keys(Path file) {
        return new TreeSet<>(load(file).stringPropertyNames());
    }

    private void compare(String language) {
        Path translation = Languages.translation(english, language);
        if (!Files.exists(translation)) {
            faults.add("missing: " + translation);
            return;
        }
        if (!Languages.read(translation).chars().allMatch(character -> character < 128)) {
            faults.add(translation + ": write letters outside of ASCII as \\uXXXX");
        }
        Properties translated = load(translation);
        for (String key : keys(translation)) {
            if (!texts.containsKey(key)) {
                faults.add(translation + ": " + key + " is not in English");
            }
        }
        for (String key : keys(english)) {
            if (!translated.containsKey(key)) {
                faults.add(translation + ": " + key + " is missing");
                continue;
            }
            check(translation, key, translated);
            comparePlaceholders(translation, key, translated);
        }
    }

    private void check(Path file, String key, Properties of) {
        new TextPattern(of.getProperty(key)).faults().forEach(fault -> faults.add(file + ": " + key + " " + fault));
    }

    private void comparePlaceholders(Path file, String key, Properties translated) {
        TextPattern original = new TextPattern(texts.getProperty(key));
        TextPattern translation = new TextPattern(translated.getProperty(key));
        if (!original.placeholders().equals(translation.placeholders())) {
            faults.add(file + ": " + key + " has the placeholders " + translation.placeholders() + " instead of "
                    + original.placeholders());
        }
        if (!original.digitsAsTheyAre().equals(translation.digitsAsTheyAre())) {
            faults.add(file + ": " + key + " has to write as {n,number,#} what English does");
        }
        String words = original.words();
        if (words.length() >= LETTERS_OF_A_LONG_TEXT
                && words.equals(translation.words())
                && !TECHNICAL.contains(original.text())) {
            faults.add(file + ": " + key + " is English: " + original.text());
        }
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (StringReader reader = new StringReader(Languages.read(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
