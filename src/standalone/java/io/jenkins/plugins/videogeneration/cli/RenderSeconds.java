package io.jenkins.plugins.videogeneration.cli;

import java.time.Duration;

/** How long a simulated render takes. */
final class RenderSeconds {

    private static final Duration USUAL = Duration.ofSeconds(5);

    private RenderSeconds() {}

    /**
     * @param text a number, 0 or more, perhaps with a fraction; null for the usual time
     * @throws CommandFailure if it is no such number
     */
    static Duration parse(String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("\\d{1,6}(\\.\\d{1,3})?")) {
            throw CommandFailure.badInput(
                    "--render-seconds is '" + text + "', but has to be a number, 0 or more", "Example: 5 or 0.5.");
        }
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }
}
