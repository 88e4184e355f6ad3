package io.jenkins.plugins.videogeneration.gallery;

import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long a render took, or takes by now, as its waiting people see it. */
final class CardTime {

    private CardTime() {}

    /** From the request to the delivery, or to now; nothing if it ended and nobody wrote down when. */
    static Optional<Duration> elapsed(RenderRecord record, CardState state, Instant now) {
        // a video of an earlier build was asked for long ago, and brought here just now
        boolean own = record.submittedAt() != null && record.reusedFrom() == null;
        Instant from = own ? record.submittedAt() : record.intendedAt();
        return end(record, state, now).map(end -> Duration.between(from, end)).filter(time -> !time.isNegative());
    }

    private static Optional<Instant> end(RenderRecord record, CardState state, Instant now) {
        return switch (state) {
            case RUNNING -> Optional.of(now);
            case FINISHED -> Optional.ofNullable(record.deliveredAt());
            default -> lastNews(record.history());
        };
    }

    private static Optional<Instant> lastNews(List<StatusChange> history) {
        return history.size() < 2
                ? Optional.empty()
                : Optional.of(history.get(history.size() - 1).at());
    }
}
