package io.jenkins.plugins.videogeneration.simulator.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs ffprobe and ffmpeg, independent judges of what the renderer makes. Tests that need them are skipped where they are missing. */
final class Tools {

    private Tools() {}

    /** What ffprobe says of the first stream, one value for each entry, in ffprobe's order. */
    static List<String> probe(Path file, String entries) throws Exception {
        String out =
                run("ffprobe", "-v", "error", "-show_entries", entries, "-of", "default=nw=1:nk=1", file.toString());
        return out.lines().toList();
    }

    /** Runs ffmpeg, which has to succeed and to complain of nothing. */
    static void ffmpeg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        assertEquals("", run(command.toArray(String[]::new)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        assumeTrue(installed(command[0]), command[0] + " is not installed");
        Path out = Files.createTempFile("tool", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            int status = process.waitFor();
            String text = Files.readString(out, StandardCharsets.UTF_8);
            assertEquals(0, status, text);
            return text;
        } finally {
            Files.delete(out);
        }
    }

    private static boolean installed(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }
}
