package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.RequestRules;
import io.jenkins.plugins.videogeneration.api.SourceVideo;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The video to begin with: one that the service has, or a file. */
final class SourceOptions {

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Choice choice;

    SourceVideo video(Surroundings surroundings) {
        if (choice.id != null) {
            return byId(choice.id);
        }
        FileArgument argument = new FileArgument(choice.video);
        Optional<String> id = argument.valueOf("id");
        return id.isPresent() ? byId(id.get()) : new SourceVideo.OfFile(argument.video("video", surroundings));
    }

    private static SourceVideo byId(String id) {
        return new SourceVideo.ById(RequestRules.id("videoId", id));
    }

    private static final class Choice {
        @Option(
                names = "--video-id",
                paramLabel = "ID",
                required = true,
                description = "The service's id of the video to begin with.")
        private String id;

        @Option(
                names = "--video",
                paramLabel = "FILE",
                required = true,
                description = "A video file to begin with; {id: ID} is the same as --video-id ID.")
        private String video;
    }
}
