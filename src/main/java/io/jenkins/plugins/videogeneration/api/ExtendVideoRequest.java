package io.jenkins.plugins.videogeneration.api;

import java.util.List;
import java.util.Map;

/**
 * {@code POST /videos/extensions}: goes on where a video ends. The answer's {@code seconds} is the stitched total.
 *
 * @param video what to go on with
 * @param prompt what happens next, 1 to 32000 characters
 * @param seconds how much to add, a positive number; the reference protocol knows 4, 8, 12, 16 and 20
 * @param extra parameters of the service's own
 */
public record ExtendVideoRequest(SourceVideo video, String prompt, String seconds, Map<String, Object> extra)
        implements SubmitRequest {

    /** @throws InvalidRequestException if a value can't be right for any service */
    public ExtendVideoRequest {
        if (video == null) {
            throw new InvalidRequestException("id", Text.of("api.ExtendVideoRequest.noVideo"));
        }
        prompt = RequestRules.prompt(prompt);
        seconds = RequestRules.seconds(seconds);
        if (seconds == null) {
            throw new InvalidRequestException("seconds", Text.of("api.ExtendVideoRequest.noSeconds"));
        }
        extra = RequestFields.copyOf(extra);
    }

    @Override
    public VideoOperation operation() {
        return VideoOperation.EXTEND;
    }

    @Override
    public List<String> pathSegments() {
        return List.of("extensions");
    }

    @Override
    public Map<String, Object> fields() {
        return new RequestFields()
                .put("video", video.field())
                .put("prompt", prompt)
                .put("seconds", seconds)
                .withExtra(extra);
    }
}
