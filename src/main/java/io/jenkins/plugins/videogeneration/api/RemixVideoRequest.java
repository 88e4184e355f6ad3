package io.jenkins.plugins.videogeneration.api;

import java.util.List;
import java.util.Map;

/**
 * {@code POST /videos/ID/remix}: a new video that takes another one as its pattern.
 *
 * @param videoId the service's id of the pattern
 * @param prompt what shall be different, 1 to 32000 characters
 * @param extra parameters of the service's own
 */
public record RemixVideoRequest(String videoId, String prompt, Map<String, Object> extra) implements SubmitRequest {

    /** @throws InvalidRequestException if a value can't be right for any service */
    public RemixVideoRequest {
        videoId = RequestRules.id("id", videoId);
        prompt = RequestRules.prompt(prompt);
        extra = RequestFields.copyOf(extra);
    }

    @Override
    public VideoOperation operation() {
        return VideoOperation.REMIX;
    }

    @Override
    public List<String> pathSegments() {
        return List.of(videoId, "remix");
    }

    @Override
    public Map<String, Object> fields() {
        return new RequestFields().put("prompt", prompt).withExtra(extra);
    }
}
