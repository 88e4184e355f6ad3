package io.jenkins.plugins.videogeneration.api;

import java.util.List;
import java.util.Map;

/**
 * {@code POST /videos/edits}: a video changed as the prompt says.
 *
 * @param video what to change
 * @param prompt how to change it, 1 to 32000 characters
 * @param extra parameters of the service's own
 */
public record EditVideoRequest(SourceVideo video, String prompt, Map<String, Object> extra) implements SubmitRequest {

    /** @throws InvalidRequestException if a value can't be right for any service */
    public EditVideoRequest {
        if (video == null) {
            throw new InvalidRequestException("id", Text.of("api.EditVideoRequest.noVideo"));
        }
        prompt = RequestRules.prompt(prompt);
        extra = RequestFields.copyOf(extra);
    }

    @Override
    public VideoOperation operation() {
        return VideoOperation.EDIT;
    }

    @Override
    public List<String> pathSegments() {
        return List.of("edits");
    }

    @Override
    public Map<String, Object> fields() {
        return new RequestFields()
                .put("video", video.field())
                .put("prompt", prompt)
                .withExtra(extra);
    }
}
