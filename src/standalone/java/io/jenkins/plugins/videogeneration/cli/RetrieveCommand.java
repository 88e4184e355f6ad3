package io.jenkins.plugins.videogeneration.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videos retrieve}: tells how far a render is. */
@Command(
        name = "retrieve",
        description = "Tell how far a render is. A failed one is an answer too, with exit code 0.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class RetrieveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private VideoIdOption video;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    RetrieveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Connection connection = service.connect(surroundings)) {
            VideoOutput.print(connection.client().retrieve(video.id()).execute(), json, surroundings);
        }
        return ExitCode.OK;
    }
}
