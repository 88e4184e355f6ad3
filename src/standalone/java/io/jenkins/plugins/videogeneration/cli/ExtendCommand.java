package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ExtendVideoRequest;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code videos extend}: goes on where a video ends. */
@Command(
        name = "extend",
        description = "Go on where a video ends, which may cost money, and print what the service answers.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class ExtendCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SourceOptions source;

    @Mixin
    private PromptOptions words;

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            required = true,
            description = "How much to add, for example 8.")
    private String seconds;

    @Option(
            names = "--longest-extension",
            paramLabel = "NUMBER",
            description = "How many seconds one extension adds at most at this service: 20 if it is not given.")
    private int longest = RequestRules.EXTENSION_SECONDS;

    @Mixin
    private JobOptions job;

    ExtendCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        String added = RequestRules.extensionSeconds(seconds, longest);
        return job.run(
                new ExtendVideoRequest(source.video(surroundings), words.prompt(), added, words.extra()), surroundings);
    }
}
