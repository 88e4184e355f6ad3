package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;

/** {@code POST /videos/characters}: a character from an uploaded video. */
final class CreateCharacter implements CallHandler {

    private static final int LONGEST_NAME = 80;

    private final ParameterReader reader;
    private final Records<VideoCharacter> characters;
    private final Ids ids;
    private final int most;

    /** @param most characters known at a time; the oldest are forgotten */
    CreateCharacter(ParameterReader reader, Records<VideoCharacter> characters, Ids ids, int most) {
        this.reader = reader;
        this.characters = characters;
        this.ids = ids;
        this.most = most;
    }

    @Override
    public ApiResponse handle(Call call) throws IOException {
        Parameters parameters = reader.read(call.request(), EnumSet.of(BodyEncoding.MULTIPART));
        UploadedFile file = parameters.files().get("video");
        if (file == null) {
            throw ApiError.missing("video");
        }
        if (file.video().isEmpty()) {
            throw ApiError.badValue("video", "The uploaded file is not an MP4 with a video.");
        }
        String name = parameters.text("name").orElseThrow(() -> ApiError.missing("name"));
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw ApiError.badValue("name", "'name' has to have 1 to " + LONGEST_NAME + " characters.");
        }
        VideoCharacter character = new VideoCharacter(ids.character(), name, call.now());
        add(character);
        return ApiResponse.json(200, CharacterJson.write(character));
    }

    private synchronized void add(VideoCharacter character) {
        List<VideoCharacter> known = characters.all();
        known.stream().limit(Math.max(0, known.size() - most + 1)).forEach(old -> characters.remove(old.id()));
        characters.add(character);
    }
}
