package io.jenkins.plugins.videogeneration.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The languages that the plugin speaks besides English, and the names of the files that hold their texts. */
final class Languages {

    static final List<String> ALL = List.of("de", "fr", "ja", "zh_CN");

    private static final Pattern TRANSLATION = Pattern.compile(".*_(" + String.join("|", ALL) + ")\\.[a-z]+");

    private Languages() {}

    static boolean isProperties(Path file) {
        return name(file).endsWith(".properties");
    }

    static boolean isHelp(Path file) {
        return name(file).matches("help.*\\.html");
    }

    static boolean isTranslation(Path file) {
        return TRANSLATION.matcher(name(file)).matches();
    }

    /** Where the texts of an English file are in another language. */
    static Path translation(Path english, String language) {
        String name = name(english);
        int dot = name.lastIndexOf('.');
        return english.resolveSibling(name.substring(0, dot) + "_" + language + name.substring(dot));
    }

    /** The English file of a translation, which need not be there. */
    static Path english(Path translation) {
        return translation.resolveSibling(
                name(translation).replaceFirst("_(" + String.join("|", ALL) + ")(\\.[a-z]+)$", "$2"));
    }

    static List<Path> files(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Strict: bytes that are no UTF-8 are an error. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read as UTF-8: " + file, e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
