package io.jenkins.plugins.videogeneration.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a list of videos.
 *
 * @param videos in the order that was asked for; may be empty although there is a next page
 * @param next the cursor to give as {@code after} for the next page, or null if this is the last one
 * @param ahead how far the service's clock is ahead of ours, negative if it is behind; zero if it does not say what time it is
 */
public record VideoPage(List<Video> videos, String next, Duration ahead) {
    public VideoPage {
        videos = List.copyOf(videos);
    }

    /** A page that tells nothing of the service's clock. */
    public VideoPage(List<Video> videos, String next) {
        this(videos, next, Duration.ZERO);
    }

    /**
     * How far back the page reaches, by the service's own clock: what follows is older. Nothing if the page does not go
     * from new to old, since some services ignore the order that is asked for.
     */
    public Optional<Instant> reachesBackTo() {
        List<Instant> times =
                videos.stream().map(Video::createdAt).filter(Objects::nonNull).toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Instant oldest = times.get(times.size() - 1);
        boolean tells = times.size() == 1 || times.get(0).isAfter(oldest);
        return tells ? Optional.of(oldest) : Optional.empty();
    }
}
