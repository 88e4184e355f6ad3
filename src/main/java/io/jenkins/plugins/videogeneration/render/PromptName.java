package io.jenkins.plugins.videogeneration.render;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A file's name, without its ending, from the first words of a prompt: safe on every system, and good to read. */
public final class PromptName {

    private static final int MAX_LENGTH = 48;
    private static final String WITHOUT_WORDS = "video";
    /** No file can have one of these names there. */
    private static final Pattern WINDOWS_DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d");

    private PromptName() {}

    /** Lower-case letters, digits and hyphens, cut at a word; {@code video} if the prompt has none of them. */
    public static String of(String prompt) {
        // the compatible forms of letters, such as those of full width, become plain ones too
        String words = Normalizer.normalize(prompt, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+|['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (words.length() > MAX_LENGTH) {
            int end = words.lastIndexOf('-', MAX_LENGTH);
            words = words.substring(0, end > 0 ? end : MAX_LENGTH);
        }
        return words.isEmpty() || WINDOWS_DEVICE.matcher(words).matches() ? WITHOUT_WORDS : words;
    }
}
