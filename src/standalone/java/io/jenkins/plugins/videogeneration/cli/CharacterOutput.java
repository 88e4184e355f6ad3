package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.VideoCharacter;

/** Prints one character, for people or for programs. */
final class CharacterOutput {

    private CharacterOutput() {}

    static void print(VideoCharacter character, JsonOption json, Surroundings surroundings) {
        if (json.isSet()) {
            surroundings.out().println(Wire.text(Wire.character(character)));
        } else {
            VideoText.details(character).forEach(surroundings.out()::println);
        }
    }
}
