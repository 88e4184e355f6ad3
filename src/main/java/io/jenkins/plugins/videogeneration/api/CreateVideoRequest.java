package io.jenkins.plugins.videogeneration.api;

import java.util.List;
import java.util.Map;

/**
 * {@code POST /videos}: a new video from a prompt.
 *
 * @param prompt what to show, 1 to 32000 characters
 * @param model the service's name of a model, or null for its default
 * @param size WIDTHxHEIGHT in pixels, or null for the service's default
 * @param seconds the duration, a positive number, or null for the service's default
 * @param inputReference what the video starts from, or null
 * @param characters ids of characters that appear in it, at most two
 * @param extra parameters of the service's own, such as {@code seed}
 */
public record CreateVideoRequest(
        String prompt,
        String model,
        String size,
        String seconds,
        InputReference inputReference,
        List<String> characters,
        Map<String, Object> extra)
        implements SubmitRequest {

    /** The guides of the reference protocol say so; its schema does not. */
    public static final int MAX_CHARACTERS = 2;

    /** @throws InvalidRequestException if a value can't be right for any service */
    public CreateVideoRequest {
        prompt = RequestRules.prompt(prompt);
        model = RequestRules.blankToNull(model);
        size = RequestRules.size(size);
        seconds = RequestRules.seconds(seconds);
        characters = characters == null ? List.of() : characters(characters);
        extra = RequestFields.copyOf(extra);
    }

    /**
     * The ids as they are sent.
     *
     * @throws InvalidRequestException if one can't be an id, or there are too many
     */
    public static List<String> characters(List<String> ids) {
        List<String> characters =
                ids.stream().map(id -> RequestRules.id("characters", id)).toList();
        if (characters.size() > MAX_CHARACTERS) {
            throw new InvalidRequestException(
                    "characters", Text.of("api.CreateVideoRequest.characters", characters.size(), MAX_CHARACTERS));
        }
        return characters;
    }

    /** A video from a prompt alone. */
    public CreateVideoRequest(String prompt, String model, String size, String seconds) {
        this(prompt, model, size, seconds, null, List.of(), Map.of());
    }

    /** The same request, starting from something. */
    public CreateVideoRequest withInputReference(InputReference reference) {
        return new CreateVideoRequest(prompt, model, size, seconds, reference, characters, extra);
    }

    @Override
    public VideoOperation operation() {
        return VideoOperation.CREATE;
    }

    @Override
    public List<String> pathSegments() {
        return List.of();
    }

    @Override
    public Map<String, Object> fields() {
        return new RequestFields()
                .put("prompt", prompt)
                .put("model", model)
                .put("size", size)
                .put("seconds", seconds)
                .put("input_reference", inputReference == null ? null : inputReference.field())
                .put(
                        "characters",
                        characters.isEmpty()
                                ? null
                                : characters.stream()
                                        .map(id -> Map.of("id", id))
                                        .toList())
                .withExtra(extra);
    }
}
