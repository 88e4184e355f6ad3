package io.jenkins.plugins.videogeneration.cli;

import java.io.Console;
import java.util.Map;
import java.util.Optional;

/**
 * A terminal that a progress bar can be drawn on.
 *
 * @param columns how many characters fit on a line
 * @param lineDrawing whether it shows characters beyond ASCII
 */
record Terminal(int columns, boolean lineDrawing) {

    private static final int USUAL_COLUMNS = 80;

    static Optional<Terminal> ofProcess(Map<String, String> environment) {
        Console console = System.console();
        if (console == null || !isInteractive(console) || "dumb".equals(environment.get("TERM"))) {
            return Optional.empty();
        }
        return Optional.of(new Terminal(
                columns(environment), console.charset().newEncoder().canEncode('━')));
    }

    /** Since Java 22 there is a console even where there is no terminal, and a method that tells. */
    private static boolean isInteractive(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int columns(Map<String, String> environment) {
        try {
            return Math.max(40, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }
}
