package io.jenkins.plugins.videogeneration.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videos create}: asks for a render and does not wait for it. */
@Command(
        name = "create",
        description = "Ask for a render, which may cost money, and print what the service answers.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class CreateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private RenderOptions render;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    CreateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        PaidCall.submit(render.request(surroundings), service, json, surroundings);
        return ExitCode.OK;
    }
}
