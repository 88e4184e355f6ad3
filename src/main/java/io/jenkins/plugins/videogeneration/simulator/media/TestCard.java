package io.jenkins.plugins.videogeneration.simulator.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a simulated video shows. Two equal cards give the same bytes on the same Java installation.
 *
 * @param id the video's id, shown in full
 * @param prompt the prompt, shown as far as it fits
 * @param model the model's name, shown in the caption
 * @param width in pixels, even, 16 to {@value #MAX_SIDE}
 * @param height in pixels, even, 16 to {@value #MAX_SIDE}
 * @param duration from 1 millisecond to {@value #MAX_SECONDS} seconds, counted in whole milliseconds
 * @param createdAt the creation time in the file's header, counted in whole seconds
 */
public record TestCard(
        String id, String prompt, String model, int width, int height, Duration duration, Instant createdAt) {

    /** The longest side in pixels; with it a picture stays within the levels that H.264 defines. */
    public static final int MAX_SIDE = 4096;

    /** The longest video in seconds. */
    public static final int MAX_SECONDS = 600;

    private static final int MIN_SIDE = 16;

    /** @throws IllegalArgumentException when a size or the duration is outside its range */
    public TestCard {
        Objects.requireNonNull(id);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(model);
        Objects.requireNonNull(createdAt);
        checkSide("width", width);
        checkSide("height", height);
        if (duration.toMillis() < 1 || duration.toMillis() > MAX_SECONDS * 1000L) {
            throw new IllegalArgumentException("duration out of range: " + duration);
        }
    }

    /** Whether a video can have this size: H.264 with 4:2:0 colour crops by two pixels, so sides are even. */
    public static boolean canHaveSize(int width, int height) {
        return isSide(width) && isSide(height);
    }

    /** The number of pictures: one for each second that has begun. */
    int pictures() {
        return (int) ((duration.toMillis() + 999) / 1000);
    }

    /** How long the picture of a second is shown, in milliseconds; only the last one may be shorter than a second. */
    int shownMillis(int second) {
        return (int) Math.min(1000, duration.toMillis() - second * 1000L);
    }

    private static void checkSide(String name, int side) {
        if (!isSide(side)) {
            throw new IllegalArgumentException(
                    name + " has to be even and " + MIN_SIDE + " to " + MAX_SIDE + ", not " + side);
        }
    }

    private static boolean isSide(int side) {
        return side >= MIN_SIDE && side <= MAX_SIDE && side % 2 == 0;
    }
}
