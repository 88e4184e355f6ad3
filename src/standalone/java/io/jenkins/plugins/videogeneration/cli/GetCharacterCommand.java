package io.jenkins.plugins.videogeneration.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videos get-character}: tells what the service knows of a character. */
@Command(
        name = "get-character",
        description = "Tell what the service knows of a character.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class GetCharacterCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CharacterIdOption character;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    GetCharacterCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        String id = character.id();
        try (Connection connection = service.connect(surroundings)) {
            CharacterOutput.print(connection.client().retrieveCharacter(id).execute(), json, surroundings);
        }
        return ExitCode.OK;
    }
}
