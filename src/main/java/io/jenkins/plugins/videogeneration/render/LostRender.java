package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A render of which nobody knows whether its service has it, and what its video would look like in a list. */
public record LostRender(RenderRecord record) {

    /** Clocks differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private static final List<String> EXTENSIONS = List.of("extensions");

    /**
     * Whether a listed video may be the one: it has the same prompt, model, size, seconds and source, and was made after
     * the intent, as long as a request may take.
     *
     * @param ahead how far the service's clock is ahead of ours, by an answer that may be a gateway's; so ours counts too
     */
    public boolean mayBe(Video video, Duration ahead) {
        return record.request().text("prompt").equals(video.prompt())
                && agrees("model", video.model())
                && agrees("size", video.size())
                && (isExtension() || agrees("seconds", video.seconds()))
                && hasSameSource(video)
                && video.createdAt() != null
                && (isWithinTime(video, Duration.ZERO) || isWithinTime(video, ahead));
    }

    /** Whether what was made at that time by the service's clock was made before this render was wanted. */
    boolean isWantedAfter(Instant made, Duration ahead) {
        return !made.isAfter(earliest()) && !made.isAfter(earliest().plus(ahead));
    }

    private boolean isWithinTime(Video video, Duration ahead) {
        return video.createdAt().isAfter(earliest().plus(ahead))
                && video.createdAt().isBefore(latest().plus(ahead));
    }

    private Instant earliest() {
        return record.intendedAt().minus(CLOCK_SKEW);
    }

    private Instant latest() {
        return record.intendedAt().plus(VideosClient.LONGEST_SUBMIT).plus(CLOCK_SKEW);
    }

    /** Its answer has the seconds of both parts together. */
    private boolean isExtension() {
        return record.request().path().equals(EXTENSIONS);
    }

    /** What is made from nothing is no remix; what is made from a video is made from that one, if the service tells. */
    private boolean hasSameSource(Video video) {
        String reported = video.remixedFromVideoId();
        return reported == null || reported.equals(source());
    }

    private String source() {
        List<String> path = record.request().path();
        if (path.size() > 1) {
            return path.get(0);
        }
        return record.request().fields().get("video") instanceof Map<?, ?> video && video.get("id") instanceof String id
                ? id
                : null;
    }

    /** What the request or the answer leaves open does not speak against it. */
    private boolean agrees(String field, String reported) {
        String wanted = record.request().text(field);
        return wanted == null || reported == null || wanted.equals(reported) || isSameNumber(wanted, reported);
    }

    /** Some servers write 8 seconds as 8.0. */
    private static boolean isSameNumber(String a, String b) {
        try {
            return Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
