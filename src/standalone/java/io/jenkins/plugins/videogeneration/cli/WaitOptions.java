package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How long to wait for a render, and what to fetch then. */
final class WaitOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write the video. Default: a free name, made from the prompt.")
    private Path output;

    @Option(names = "--thumbnail", description = "Fetch a still picture too, beside the video.")
    private boolean thumbnail;

    @Option(names = "--spritesheet", description = "Fetch frames side by side in one picture too, beside the video.")
    private boolean spritesheet;

    @Option(
            names = "--timeout-minutes",
            paramLabel = "NUMBER",
            description = "How long to wait for the render. Default: 30.")
    private Double timeoutMinutes;

    @Option(
            names = "--poll-seconds",
            paramLabel = "NUMBER",
            description = "How often to ask, if the service does not say. Default: 10.")
    private Double pollSeconds;

    @Option(
            names = "--delete-on-abort",
            description = "On Ctrl-C delete the render at the service. Without it the render is kept.")
    private boolean deleteOnAbort;

    /** Asks for a render, or goes on with it, waits, fetches what is wanted, and prints where it is. */
    void run(SubmitRequest request, ServiceOptions service, JsonOption json, Surroundings surroundings)
            throws InterruptedException {
        Duration timeout = duration("--timeout-minutes", timeoutMinutes, 30, Duration.ofMinutes(1));
        Duration pollInterval = duration("--poll-seconds", pollSeconds, 10, Duration.ofSeconds(1));
        try (Connection connection = service.connect(surroundings);
                OutputPlace place = place(RenderRequest.of(connection.name(), request), surroundings)) {
            Generation generation = new Generation(connection, place, surroundings, deleteOnAbort);
            FetchedOutput.print(place, generation.run(request, variants(), timeout, pollInterval), json, surroundings);
        }
    }

    /** The first of these options that was given, or null. */
    String given() {
        if (output != null) {
            return "--output";
        }
        if (thumbnail || spritesheet) {
            return thumbnail ? "--thumbnail" : "--spritesheet";
        }
        if (timeoutMinutes != null || pollSeconds != null) {
            return timeoutMinutes != null ? "--timeout-minutes" : "--poll-seconds";
        }
        return deleteOnAbort ? "--delete-on-abort" : null;
    }

    private List<ContentVariant> variants() {
        List<ContentVariant> variants = new ArrayList<>(List.of(ContentVariant.VIDEO));
        if (thumbnail) {
            variants.add(ContentVariant.THUMBNAIL);
        }
        if (spritesheet) {
            variants.add(ContentVariant.SPRITESHEET);
        }
        return variants;
    }

    private OutputPlace place(RenderRequest request, Surroundings surroundings) {
        return output == null
                ? OutputPlace.inFolder(surroundings.folder(), request, variants())
                : OutputPlace.named(surroundings.resolve(output), request, variants());
    }

    private static Duration duration(String option, Double given, double usual, Duration unit) {
        double number = given == null ? usual : given;
        if (!(number > 0 && number <= 100_000)) {
            throw CommandFailure.badInput(
                    option + " is " + number + ", but has to be more than 0 and at most 100000",
                    "Leave it out if unsure.");
        }
        return Duration.ofMillis(Math.max(1, Math.round(number * unit.toMillis())));
    }
}
