package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.CreateCharacterRequest;
import io.jenkins.plugins.videogeneration.api.VideoCharacter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code videos create-character}: makes a character that later videos can show. */
@Command(
        name = "create-character",
        description = "Make a character of what a video shows. Services have no way to list or delete characters.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class CreateCharacterCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            required = true,
            description = "What prompts call it, up to " + CreateCharacterRequest.MAX_NAME_LENGTH + " characters.")
    private String name;

    @Option(names = "--video", paramLabel = "FILE", required = true, description = "A video that shows it.")
    private String video;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    CreateCharacterCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        CreateCharacterRequest.checkName(name);
        CreateCharacterRequest request =
                new CreateCharacterRequest(name, new FileArgument(video).video("video", surroundings));
        try (Connection connection = service.connect(surroundings)) {
            VideoCharacter character = PaidCall.execute(
                    connection.client().createCharacter(request, new CompletableFuture<>()),
                    "The character may have been made",
                    "Services do not list characters: all that can be done is to ask for it again.");
            CharacterOutput.print(character, json, surroundings);
        }
        return ExitCode.OK;
    }
}
