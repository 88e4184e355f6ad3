package io.jenkins.plugins.videogeneration.render;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** An opinion from outside on what a video is, where ffprobe is installed. */
final class Ffprobe {

    private Ffprobe() {}

    /** What ffprobe says. */
    record Facts(int width, int height, double seconds) {}

    /** Ends the test without a result where there is no ffprobe. */
    static Facts of(Path video) throws IOException, InterruptedException {
        Process process = start(video);
        JsonNode answer = new ObjectMapper().readTree(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError("ffprobe cannot read " + video);
        }
        JsonNode stream = answer.path("streams").path(0);
        return new Facts(
                stream.path("width").asInt(),
                stream.path("height").asInt(),
                answer.path("format").path("duration").asDouble());
    }

    private static Process start(Path video) {
        try {
            return new ProcessBuilder(
                            "ffprobe",
                            "-v",
                            "error",
                            "-select_streams",
                            "v",
                            "-show_entries",
                            "stream=width,height:format=duration",
                            "-of",
                            "json",
                            video.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return abort("ffprobe is not installed");
        }
    }
}
