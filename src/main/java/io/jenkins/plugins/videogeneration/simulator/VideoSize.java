package io.jenkins.plugins.videogeneration.simulator;

import io.jenkins.plugins.videogeneration.api.ImageSize;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The size of a video in pixels, written as {@code 1280x720}.
 *
 * @param width from left to right
 * @param height from top to bottom
 */
public record VideoSize(int width, int height) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

    /** Empty when the text has another form. */
    public static Optional<VideoSize> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new VideoSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The size of an image; empty when the bytes are the beginning of none. */
    static Optional<VideoSize> ofImage(byte[] head) {
        return ImageSize.of(head).map(size -> new VideoSize(size.width(), size.height()));
    }

    /** @throws IllegalArgumentException when one of the texts has another form */
    static List<VideoSize> list(String... texts) {
        return Stream.of(texts)
                .map(text -> parse(text).orElseThrow(() -> new IllegalArgumentException(text)))
                .toList();
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
