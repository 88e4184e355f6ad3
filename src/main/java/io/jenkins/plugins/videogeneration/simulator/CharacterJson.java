package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes characters as the API shows them. */
final class CharacterJson {

    private CharacterJson() {}

    static ObjectNode write(VideoCharacter character) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", character.id())
                .put("name", character.name())
                .put("created_at", character.createdAt().getEpochSecond());
    }
}
