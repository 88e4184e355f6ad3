package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.RequestRules;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which character, with or without the option's name. */
final class CharacterIdOption {

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Choice choice;

    /** @throws io.jenkins.plugins.videogeneration.api.InvalidRequestException if it can be no id */
    String id() {
        return RequestRules.id("characterId", choice.named == null ? choice.bare : choice.named);
    }

    private static final class Choice {
        @Option(
                names = "--character-id",
                paramLabel = "ID",
                required = true,
                description = "The service's id of the character.")
        private String named;

        @Parameters(arity = "1", paramLabel = "ID", description = "The same without the option's name.")
        private String bare;
    }
}
