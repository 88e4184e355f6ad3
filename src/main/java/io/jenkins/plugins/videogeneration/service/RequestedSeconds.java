package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.math.BigDecimal;
import java.util.Optional;

/** How many seconds of video a request asks for. */
public final class RequestedSeconds {

    private RequestedSeconds() {}

    /** Nothing if the request leaves it to the service. */
    public static Optional<BigDecimal> of(RenderRequest request) {
        String seconds = request.text("seconds");
        try {
            return Optional.ofNullable(seconds).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
