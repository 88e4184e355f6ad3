package io.jenkins.plugins.videogeneration.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoStatus;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commands in one folder that look for the same lost render. */
class ClaimedIdsTest {

    private static final RenderRequest BOAT =
            RenderRequest.of("service", new CreateVideoRequest("A boat", "sora-2", "720x1280", "4"));
    private static final Video LISTED = new Video(
            "video_1",
            new VideoStatus("queued"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    @TempDir
    Path folder;

    @Test
    void theFirstHasItAndTheOtherLeavesItAlone() throws IOException {
        try (OutputPlace one = lost("one.mp4");
                OutputPlace two = lost("two.mp4")) {
            assertThat(new ClaimedIds(one).isTaken("video_1"), is(false));
            assertThat(new ClaimedIds(one).claim(LISTED, Duration.ZERO), is(true));
            assertThat(new ClaimedIds(two).isTaken("video_1"), is(true));
            assertThat(new ClaimedIds(two).claim(LISTED, Duration.ZERO), is(false));
            assertThat("again, after a crash", new ClaimedIds(one).claim(LISTED, Duration.ZERO), is(true));
            assertThat(one.journal().read().orElseThrow().videoId(), is("video_1"));
        }
    }

    @Test
    void whileAnotherCommandIsAtItNothingIsClaimed() throws IOException {
        try (OutputPlace one = lost("one.mp4");
                ProcessLock other =
                        ProcessLock.tryTake(folder.resolve(".videos.lock")).orElseThrow()) {
            assertThat(new ClaimedIds(one).claim(LISTED, Duration.ZERO), is(false));
        }
    }

    private OutputPlace lost(String name) throws IOException {
        OutputPlace place = OutputPlace.named(folder.resolve(name), BOAT, List.of(ContentVariant.VIDEO));
        place.journal()
                .write(RenderRecord.intended(
                        name, BOAT, name, Instant.EPOCH, Duration.ofMinutes(30), Duration.ofSeconds(5)));
        return place;
    }
}
