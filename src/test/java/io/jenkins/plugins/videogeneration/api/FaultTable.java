package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of faults in docs/faults.md: what people read there is what the tests hold the code to. */
public final class FaultTable {

    private static final String BEGIN = "| What happens |";

    private FaultTable() {}

    /**
     * How a call ends.
     *
     * @param meaning a pattern of the exception's simple name
     * @param attempts how often the call was made
     */
    public record Outcome(String meaning, int attempts) {

        static Outcome of(String cell) {
            String[] parts = cell.split(", ");
            return new Outcome(parts[0].replace(" or ", "|"), Integer.parseInt(parts[1]));
        }
    }

    /**
     * One fault.
     *
     * @param words a pattern of what the message says behind the method and the path
     */
    public record Row(String fault, String words, Outcome question, Outcome paid, Outcome download) {

        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::trim).toList();
            return new Row(
                    cells.get(1),
                    pattern(cells.get(2).replace("`", "")),
                    Outcome.of(cells.get(3)),
                    Outcome.of(cells.get(4)),
                    Outcome.of(cells.get(5)));
        }

        Outcome outcome(FaultedCall.Kind kind) {
            return switch (kind) {
                case QUESTION -> question;
                case PAID -> paid;
                case DOWNLOAD -> download;
            };
        }

        /** Three dots stand for what differs. */
        private static String pattern(String words) {
            return Arrays.stream(words.split("\\.\\.\\.", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
        }
    }

    public static List<Row> rows() throws IOException {
        return Files.readString(Path.of("docs/faults.md"))
                .lines()
                .dropWhile(line -> !line.startsWith(BEGIN))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Row::of)
                .toList();
    }
}
