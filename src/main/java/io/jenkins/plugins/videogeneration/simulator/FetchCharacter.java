package io.jenkins.plugins.videogeneration.simulator;

/** {@code GET /videos/characters/{id}}: a character again. */
final class FetchCharacter implements CallHandler {

    private final Records<VideoCharacter> characters;

    FetchCharacter(Records<VideoCharacter> characters) {
        this.characters = characters;
    }

    @Override
    public ApiResponse handle(Call call) {
        return characters
                .find(call.id().orElseThrow())
                .map(character -> ApiResponse.json(200, CharacterJson.write(character)))
                .orElseThrow(() -> ApiError.notFound("No character with this id was found."));
    }
}
