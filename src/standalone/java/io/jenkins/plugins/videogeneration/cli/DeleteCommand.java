package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.DeletedVideo;
import io.jenkins.plugins.videogeneration.api.OneLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videos delete}: makes the service forget a video. */
@Command(
        name = "delete",
        description = "Delete a video at the service. Some services cancel a running render with it.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class DeleteCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private VideoIdOption video;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    DeleteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Connection connection = service.connect(surroundings)) {
            DeletedVideo answer = connection.client().delete(video.id()).execute();
            if (json.isSet()) {
                surroundings.out().println(Wire.text(Wire.deleted(answer)));
            }
            if (!answer.deleted()) {
                throw new CommandFailure(
                        ExitCode.REFUSED,
                        "The service does not say that " + OneLine.of(answer.id()) + " is deleted",
                        "'videos retrieve' tells whether it is still there.");
            }
            if (!json.isSet()) {
                surroundings.out().println("Deleted " + OneLine.of(answer.id()));
            }
        }
        return ExitCode.OK;
    }
}
