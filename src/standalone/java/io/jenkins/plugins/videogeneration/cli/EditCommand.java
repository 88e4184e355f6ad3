package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.EditVideoRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videos edit}: changes a video. */
@Command(
        name = "edit",
        description = "Change a video as the prompt says, which may cost money, and print what the service answers.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class EditCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SourceOptions source;

    @Mixin
    private PromptOptions words;

    @Mixin
    private JobOptions job;

    EditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        return job.run(new EditVideoRequest(source.video(surroundings), words.prompt(), words.extra()), surroundings);
    }
}
