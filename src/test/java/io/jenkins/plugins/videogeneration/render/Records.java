package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoStatus;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import java.time.Instant;
import java.util.List;

/** Renders at each point of their life. */
final class Records {

    private static final Instant START = VirtualTime.START;

    private Records() {}

    static RenderRecord intended() {
        return RenderRecord.intended(
                "render-1", RenderRequest.of("studio", Studio.CAT), "cat.mp4", START, Studio.TIMEOUT, Studio.POLL);
    }

    static RenderRecord submitted() {
        return intended().submitted(answer("queued"), START.plusSeconds(1), START.plus(Studio.TIMEOUT));
    }

    static RenderRecord waiting() {
        return submitted().reported(answer("in_progress"), START.plusSeconds(2));
    }

    static RenderRecord fetched() {
        return waiting()
                .fetched(new VideoFile("cat.mp4", 1_234_567_890_123L, "ab".repeat(32), 720, 1280, 4.25), List.of());
    }

    static RenderRecord delivered() {
        return fetched().delivered(START.plusSeconds(3));
    }

    static RenderRecord failed() {
        return waiting().failed(new RenderFailure("It said \"no\" \u2014 twice", "Ask again."));
    }

    static List<RenderRecord> all() {
        return List.of(
                intended(),
                submitted(),
                waiting(),
                fetched(),
                delivered(),
                failed(),
                waiting().in(Phase.CANCELLED).deleted(START.plusSeconds(4)));
    }

    static Video answer(String status) {
        return new Video(
                "video_1",
                new VideoStatus(status),
                40,
                "sora-2",
                "A cat",
                "720x1280",
                "4",
                START,
                null,
                START.plusSeconds(3600),
                null,
                null,
                null,
                null);
    }
}
