package io.jenkins.plugins.videogeneration.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/**
 * Words for people that are there in several languages: English for logs, journals and the command line, and the reader's
 * own language wherever somebody asks for it. They are in the {@code Texts.properties} beside the classes that say them.
 *
 * @param words in English
 * @param key the package and the key of the words there, or null for words that are the same in every language because
 *     they are not ours: what a service or a system says
 * @param arguments what is in the words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Text(String words, String key, List<Text> arguments) implements Serializable {

    private static final String ROOT =
            Text.class.getPackageName().substring(0, Text.class.getPackageName().lastIndexOf('.') + 1);

    public Text {
        words = words == null ? "" : words;
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
    }

    /** Words that are not ours. */
    public static Text verbatim(String words) {
        return new Text(words, null, List.of());
    }

    /**
     * @param key such as {@code api.RequestRules.noPrompt}: the package, and the key in its properties
     * @param arguments texts, or anything else, which is shown as it is
     * @throws MissingResourceException if there is no such key
     */
    public static Text of(String key, Object... arguments) {
        List<Text> texts = Arrays.stream(arguments).map(Text::argument).toList();
        return new Text(format(key, texts, Locale.ROOT), key, texts);
    }

    /** What an error says, or what it is if it says nothing. */
    public static Text saidBy(Throwable error) {
        Throwable speaker = error instanceof UncheckedIOException ? error.getCause() : error;
        if (speaker instanceof Worded worded) {
            return worded.text();
        }
        return verbatim(error.getMessage() == null ? error.toString() : error.getMessage());
    }

    /** The same with a change to all in it that is not ours, and to its English words as a whole. */
    public Text withTheirs(UnaryOperator<String> change) {
        return new Text(
                change.apply(words),
                key,
                arguments.stream().map(argument -> argument.withTheirs(change)).toList());
    }

    private static Text argument(Object argument) {
        return argument instanceof Text text ? text : verbatim(String.valueOf(argument));
    }

    /** The words in a language; in English if they are not there in it. */
    public String in(Locale locale) {
        if (key == null) {
            return words;
        }
        try {
            return format(key, arguments, locale);
        } catch (MissingResourceException e) {
            // a later version has written it down
            return words;
        }
    }

    private static String format(String key, List<Text> arguments, Locale locale) {
        int dot = key.indexOf('.');
        ResourceBundle bundle = ResourceBundle.getBundle(
                ROOT + key.substring(0, dot) + ".Texts",
                locale,
                Text.class.getClassLoader(),
                // a language that is not there is no reason for that of this machine
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key.substring(dot + 1)), locale)
                .format(arguments.stream().map(argument -> argument.in(locale)).toArray());
    }

    /** In English. */
    @Override
    public String toString() {
        return words;
    }
}
