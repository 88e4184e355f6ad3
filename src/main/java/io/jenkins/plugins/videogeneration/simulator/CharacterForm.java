package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.RecordForm.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Characters on disk. */
final class CharacterForm implements RecordForm<VideoCharacter> {

    @Override
    public ObjectNode write(VideoCharacter character) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", character.id())
                .put("name", character.name())
                .put("createdAt", character.createdAt().toString());
    }

    @Override
    public VideoCharacter read(JsonNode node) {
        return new VideoCharacter(text(node, "id"), text(node, "name"), Instant.parse(text(node, "createdAt")));
    }
}
