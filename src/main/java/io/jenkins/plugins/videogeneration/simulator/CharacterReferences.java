package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks the characters that are to appear in a render: at most two, each named by the id of an uploaded one. */
final class CharacterReferences {

    private static final String FIELD = "characters";
    private static final int MOST = 2;

    private final Records<VideoCharacter> characters;

    CharacterReferences(Records<VideoCharacter> characters) {
        this.characters = characters;
    }

    /** @throws ApiError 400 when it is not as it should be, 404 when there is no such character */
    void check(Parameters parameters) {
        parameters.field(FIELD).ifPresent(this::checkAll);
    }

    private void checkAll(JsonNode value) {
        if (!value.isArray() || value.size() > MOST) {
            throw ApiError.badValue(FIELD, "'characters' has to be an array of at most " + MOST + " objects.");
        }
        for (JsonNode character : value) {
            String id = character.path("id").textValue();
            if (id == null) {
                throw ApiError.badValue(FIELD, "Each of 'characters' has to be an object with an id.");
            }
            characters.find(id).orElseThrow(() -> ApiError.notFound("No character with this id was found."));
        }
    }
}
