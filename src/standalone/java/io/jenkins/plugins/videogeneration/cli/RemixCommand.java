package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.RemixVideoRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videos remix}: a new video with another one as its pattern. */
@Command(
        name = "remix",
        description =
                "Make a new video with another one as its pattern, which may cost money, and print what the service answers.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class RemixCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private VideoIdOption video;

    @Mixin
    private PromptOptions words;

    @Mixin
    private JobOptions job;

    RemixCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        return job.run(new RemixVideoRequest(video.id(), words.prompt(), words.extra()), surroundings);
    }
}
