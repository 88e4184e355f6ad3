package io.jenkins.plugins.videogeneration.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoStatus;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.render.VideoClaims;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Whose a video is that several renders of this Jenkins find in the list of their service. */
@WithJenkins
class ClaimRegisterTest {

    private static final String STUDIO = "studio";
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final RenderRequest BOAT =
            RenderRequest.of(STUDIO, new CreateVideoRequest("A boat", "sora-2", "720x1280", "4"));

    @BeforeEach
    void start(JenkinsRule rule) {
        // the register belongs to a Jenkins
    }

    @Test
    void whatARenderOfAnotherJobHasIsTaken() throws IOException {
        open("one", "job-a", record("one", BOAT).knownAs("video_1", false));
        open("two", "job-b", record("two", BOAT));
        assertThat(claims("two").isTaken("video_1"), is(true));
        assertThat(claims("two").claim(video("video_1"), Duration.ZERO), is(false));
        assertThat(claims("one").isTaken("video_1"), is(false));
        assertThat(ClaimRegister.get().of("two", "another").isTaken("video_1"), is(false));
    }

    @Test
    void whatWasBroughtHomeStaysTaken() throws IOException {
        SettledVideos.get().add(STUDIO, "video_1", "one");
        open("two", "job-b", record("two", BOAT));
        assertThat(claims("two").isTaken("video_1"), is(true));
        assertThat(claims("one").isTaken("video_1"), is(false));
    }

    @Test
    void ofManyThatTryAtTheSameTimeOneHasSuccess() throws IOException {
        List<String> keys = IntStream.range(0, 32).mapToObj(i -> "render-" + i).toList();
        for (String key : keys) {
            open(key, "job", record(key, BOAT));
        }
        long winners = keys.parallelStream()
                .filter(key -> claims(key).claim(video("video_1"), Duration.ZERO))
                .count();
        assertThat(winners, is(1L));
    }

    @Test
    void aVideoThatFitsTwoDifferentRequestsIsNobodys() throws IOException {
        open("one", "job", record("one", withImage("first")));
        open("two", "job", record("two", withImage("second")));
        assertThat(claims("one").claim(video("video_1"), Duration.ZERO), is(false));
        assertThat(claims("two").claim(video("video_1"), Duration.ZERO), is(false));
    }

    @Test
    void aVideoThatFitsTwoDifferentRequestsByTheClockOfTheServiceIsNobodysEither() throws IOException {
        Duration ahead = Duration.ofHours(-3);
        Video listed = video("video_1", NOW.plusSeconds(1).plus(ahead));
        open("one", "job", record("one", withImage("first")));
        open("two", "job", record("two", withImage("second")));
        assertThat(claims("one").claim(listed, ahead), is(false));
        assertThat(claims("two").claim(listed, ahead), is(false));
    }

    @Test
    void aRenderWhoseAnswerIsStillToComeComesFirst() throws IOException {
        open("one", "job", record("one", BOAT));
        open("two", "job", record("two", BOAT));
        CompletableFuture<Video> answer = new CompletableFuture<>();
        claims("one").await(answer);
        assertThat(claims("two").claim(video("video_1"), Duration.ZERO), is(false));
        answer.complete(video("video_1"));
        assertThat(claims("two").isTaken("video_1"), is(true));
        assertThat(claims("two").claim(video("video_2"), Duration.ZERO), is(true));
    }

    private static VideoClaims claims(String key) {
        return ClaimRegister.get().of(key, STUDIO);
    }

    private static void open(String key, String job, RenderRecord record) throws IOException {
        OpenRenders.get().put(new OpenRender(job, 1, null, record));
    }

    private static RenderRecord record(String key, RenderRequest request) {
        return RenderRecord.intended(key, request, key + ".mp4", NOW, Duration.ofMinutes(30), Duration.ofSeconds(5));
    }

    private static RenderRequest withImage(String hash) {
        Map<String, Object> fields = new LinkedHashMap<>(BOAT.fields());
        fields.put("input_reference", Map.of("media_type", "image/png", "sha256", hash));
        return new RenderRequest(STUDIO, BOAT.path(), fields);
    }

    private static Video video(String id) {
        return video(id, NOW.plusSeconds(1));
    }

    private static Video video(String id, Instant createdAt) {
        return new Video(
                id,
                new VideoStatus("queued"),
                0,
                "sora-2",
                "A boat",
                "720x1280",
                "4",
                createdAt,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
