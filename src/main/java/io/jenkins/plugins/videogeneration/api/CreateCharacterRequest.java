package io.jenkins.plugins.videogeneration.api;

import java.util.Map;

/**
 * {@code POST /videos/characters}: a character that later videos can show.
 *
 * @param name what prompts call it, 1 to 80 characters
 * @param video shows the character
 */
public record CreateCharacterRequest(String name, Upload video) {

    /** The reference protocol's limit on a name. */
    public static final int MAX_NAME_LENGTH = 80;

    /** @throws InvalidRequestException if a value can't be right for any service */
    public CreateCharacterRequest {
        checkName(name);
        if (video == null || video.isImage()) {
            throw new InvalidRequestException("video", Text.of("api.CreateCharacterRequest.noVideo"));
        }
    }

    /** @throws InvalidRequestException if the name is empty or too long */
    public static void checkName(String name) {
        if (name == null || name.isBlank()) {
            throw new InvalidRequestException("name", Text.of("api.CreateCharacterRequest.noName"));
        }
        int length = name.codePointCount(0, name.length());
        if (length > MAX_NAME_LENGTH) {
            throw new InvalidRequestException("name", Text.of("api.RequestRules.tooLong", length, MAX_NAME_LENGTH));
        }
    }

    Map<String, Object> fields() {
        return Map.of("name", name, "video", video);
    }
}
