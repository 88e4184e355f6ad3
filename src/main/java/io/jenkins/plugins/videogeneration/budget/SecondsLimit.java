package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import io.jenkins.plugins.videogeneration.service.RequestedSeconds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How long one video may be. */
final class SecondsLimit {

    /** What becomes of a video, its source decides, not the request. */
    private static final List<String> WITHOUT_SECONDS = List.of("edits", "remix");

    private SecondsLimit() {}

    /** @throws InvalidRequestException if the video would be too long, or nobody says how long it will be */
    static void check(RenderRequest request, List<LimitScope> scopes) {
        Optional<BigDecimal> seconds = RequestedSeconds.of(request);
        for (LimitScope scope : scopes) {
            BigDecimal most = scope.limits().secondsPerRender();
            if (most == null) {
                continue;
            }
            if (seconds.isEmpty()) {
                if (request.path().stream().anyMatch(WITHOUT_SECONDS::contains)) {
                    continue;
                }
                throw new InvalidRequestException(
                        "seconds",
                        Messages.SecondsLimit_missing(
                                ScopeWords.where(scope), request.service(), most.toPlainString()));
            }
            if (seconds.get().compareTo(most) > 0) {
                throw new InvalidRequestException(
                        "seconds",
                        Messages.SecondsLimit_exceeded(
                                seconds.get().toPlainString(),
                                ScopeWords.where(scope),
                                request.service(),
                                most.toPlainString(),
                                ScopeWords.whoCanRaise(scope).replaceAll("[.\u3002]$", "")));
            }
        }
    }
}
