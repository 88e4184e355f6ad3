package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.RemixVideoRequest;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A render that was perhaps asked for when the process ended: it is found, or reported, and never asked for again. */
class ReconcileTest {

    private static final CreateVideoRequest CAT = Studio.CAT;
    private static final CreateVideoRequest DOG = new CreateVideoRequest("A dog", "sora-2", "720x1280", "4");

    private static final long ONE_HOUR_BEHIND =
            VirtualTime.START.minus(Duration.ofHours(1)).getEpochSecond();

    @TempDir
    Path home;

    /** Knows videos that belong to other renders. */
    private static class TakenVideos implements VideoClaims {
        private final Set<String> ids;

        TakenVideos(String... ids) {
            this.ids = Set.of(ids);
        }

        @Override
        public boolean isTaken(String videoId) {
            return ids.contains(videoId);
        }

        @Override
        public boolean claim(Video video, Duration ahead) {
            return true;
        }
    }

    static Stream<CreateVideoRequest> otherRequests() {
        return Stream.of(
                DOG,
                new CreateVideoRequest(CAT.prompt() + " ", CAT.model(), CAT.size(), CAT.seconds()),
                new CreateVideoRequest(CAT.prompt(), "sora-2-pro", CAT.size(), CAT.seconds()),
                new CreateVideoRequest(CAT.prompt(), CAT.model(), "1280x720", CAT.seconds()),
                new CreateVideoRequest(CAT.prompt(), CAT.model(), CAT.size(), "8"));
    }

    @Test
    void theOneThatMatchesIsAdopted() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        RenderRecord record = studio.finish(studio.resume(studio.cat()));
        assertThat(record.videoId(), is(running));
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(posts(studio), is(1L));
    }

    @WithEveryDialect
    void theOneThatMatchesIsAdoptedWhereThereIsAList(Dialect dialect) throws InterruptedException {
        Studio studio = new Studio(home, dialect);
        String running = studio.renderedElsewhere(CAT);
        RunningRender render = studio.resume(studio.cat());
        if (!DialectStudio.hasList(dialect)) {
            assertThat(studio.failure(render).getMessage(), containsString("the service's list cannot be read"));
        } else {
            assertThat(studio.finish(render).videoId(), is(running));
        }
        assertThat(posts(studio), is(1L));
    }

    /** Azure takes two requests a minute, Unsloth one at a time, and new-api has no list. */
    @ParameterizedTest
    @ValueSource(strings = {"reference", "litellm", "vllm-omni", "sglang", "trtllm", "aquiles", "gateway"})
    void itIsFoundAmongManyThatAreOlder(String dialect) throws InterruptedException {
        Studio studio = new Studio(home, Dialect.named(dialect));
        for (int i = 0; i < 150; i++) {
            studio.renderedElsewhere(DOG);
        }
        studio.time.advance(Duration.ofMinutes(3));
        String running = studio.renderedElsewhere(CAT);
        assertThat(studio.finish(studio.resume(studio.cat())).videoId(), is(running));
    }

    @Test
    void theAdoptedIdIsOnTheDiskBeforeTheServiceIsAskedForIt() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        studio.wire.onArrival(
                Wire.Kind.POLL, () -> assertThat(studio.journal.onDisk().videoId(), is(running)));
        studio.finish(studio.resume(studio.cat()));
        assertThat(studio.wire.count(Wire.Kind.POLL) > 0, is(true));
    }

    @Test
    void noneIsReportedAndNotAskedForAgain() {
        Studio studio = new Studio(home);
        RenderFailure failure = studio.failure(studio.resume(studio.cat())).failure();
        assertThat(
                failure.message(),
                allOf(
                        startsWith("It was interrupted while the request was being sent"),
                        containsString("the service's list shows no such render"),
                        containsString("may be running and may be charged; it was not asked for a second time")));
        assertThat(failure.advice(), containsString("2026-11-01T12:00:00Z"));
        assertThat(posts(studio), is(0L));
        assertThat(studio.journal.onDisk().phase(), is(Phase.FAILED));
    }

    @Test
    void severalAreReportedWithTheirIds() throws InterruptedException {
        Studio studio = new Studio(home);
        String one = studio.renderedElsewhere(CAT);
        String two = studio.renderedElsewhere(CAT);
        String message = studio.failure(studio.resume(studio.cat())).getMessage();
        assertThat(message, allOf(containsString("several"), containsString(one), containsString(two)));
        assertThat(posts(studio), is(2L));
        assertThat(studio.wire.count(Wire.Kind.LIST), is(1L));
    }

    @Test
    void oneThatBelongsToAnotherRenderIsLeftAlone() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.claims = new TakenVideos(studio.renderedElsewhere(CAT));
        assertNotFound(studio);
        String mine = studio.renderedElsewhere(CAT);
        assertThat(studio.finish(studio.resume(studio.cat())).videoId(), is(mine));
    }

    @Test
    void oneThatAnotherRenderTakesInThatMomentIsLeftAlone() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        studio.claims = new TakenVideos() {
            @Override
            public boolean claim(Video video, Duration ahead) {
                return false;
            }
        };
        String message = studio.failure(studio.resume(studio.cat())).getMessage();
        assertThat(message, containsString("shows " + running + ", which may as well be the video of another render"));
        assertThat(studio.journal.onDisk().videoId(), is(nullValue()));
    }

    @Test
    void aRemixOfAnotherVideoIsLeftAlone() throws InterruptedException {
        Studio studio = new Studio(home);
        String one = studio.renderedElsewhere(DOG);
        String two = studio.renderedElsewhere(DOG);
        studio.time.advance(Studio.RENDER_TIME);
        RemixVideoRequest ofOne = new RemixVideoRequest(one, "A cat", Map.of());
        String mine = studio.client.get().remix(ofOne).execute().id();
        studio.client.get().remix(new RemixVideoRequest(two, "A cat", Map.of())).execute();
        RenderRecord lost = RenderRecord.intended(
                "render-1",
                RenderRequest.of("studio", ofOne),
                "cat.mp4",
                studio.time.instant(),
                Studio.TIMEOUT,
                Studio.POLL);
        assertThat(studio.finish(studio.resume(lost)).videoId(), is(mine));
    }

    @Test
    void aRemixIsNotTakenForWhatWasMadeFromNothing() throws InterruptedException {
        Studio studio = new Studio(home);
        String pattern = studio.renderedElsewhere(CAT);
        studio.time.advance(Duration.ofMinutes(3));
        studio.client
                .get()
                .remix(new RemixVideoRequest(pattern, CAT.prompt(), Map.of()))
                .execute();
        assertNotFound(studio);
    }

    @Test
    void theServicesClockMayBeWrong() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        studio.wire.header(Wire.Kind.LIST, "date", "Sun, 01 Nov 2026 11:00:00 GMT");
        studio.wire.rewrite(Wire.Kind.LIST, 3, "\"created_at\":\\d+", "\"created_at\":" + ONE_HOUR_BEHIND);
        assertThat(studio.finish(studio.resume(studio.cat())).videoId(), is(running));
    }

    @ParameterizedTest
    @MethodSource("otherRequests")
    void oneThatAnswersAnotherRequestIsLeftAlone(CreateVideoRequest other) throws InterruptedException {
        Studio studio = new Studio(home);
        studio.renderedElsewhere(other);
        assertNotFound(studio);
        assertThat(posts(studio), is(1L));
    }

    @Test
    void oneThatIsOlderThanTheIntentIsLeftAlone() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.renderedElsewhere(CAT);
        studio.time.advance(Duration.ofMinutes(3));
        assertNotFound(studio);
    }

    @Test
    void oneThatWasMadeLongAfterTheIntentIsLeftAlone() throws InterruptedException {
        Studio studio = new Studio(home);
        RenderRecord interrupted = studio.cat();
        studio.time.advance(VideosClient.LONGEST_SUBMIT.plus(Duration.ofMinutes(3)));
        studio.renderedElsewhere(CAT);
        assertThat(
                studio.failure(studio.resume(interrupted)).getMessage(),
                containsString("the service's list shows no such render"));
    }

    @Test
    void clocksMayDifferALittle() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        studio.time.advance(Duration.ofSeconds(90));
        assertThat(studio.finish(studio.resume(studio.cat())).videoId(), is(running));
    }

    @Test
    void oneWhoseAgeIsUnknownIsLeftAlone() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.renderedElsewhere(CAT);
        studio.wire.rewrite(Wire.Kind.LIST, 3, "\"created_at\":\\d+", "\"created_at\":null");
        assertNotFound(studio);
    }

    @Test
    void whatTheListDoesNotTellDoesNotSpeakAgainstARender() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        studio.wire.rewrite(Wire.Kind.LIST, 3, "\"(model|size|seconds)\":\"[^\"]*\"", "\"$1\":null");
        assertThat(studio.finish(studio.resume(studio.cat())).videoId(), is(running));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4.0", "\"4.0\""})
    void secondsAreComparedAsNumbers(String seconds) throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        studio.wire.rewrite(Wire.Kind.LIST, 3, "\"seconds\":\"4\"", "\"seconds\":" + seconds);
        assertThat(studio.finish(studio.resume(studio.cat())).videoId(), is(running));
    }

    @Test
    void itIsFoundOnALaterPage() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        for (int i = 0; i < 250; i++) {
            studio.renderedElsewhere(DOG);
        }
        assertThat(studio.finish(studio.resume(studio.cat())).videoId(), is(running));
        assertThat(studio.simulator.count(Operation.LIST), is(3L));
    }

    @Test
    void pagesThatAreOlderThanTheIntentAreNotAskedFor() throws InterruptedException {
        Studio studio = new Studio(home);
        for (int i = 0; i < 250; i++) {
            studio.renderedElsewhere(DOG);
        }
        studio.time.advance(Duration.ofMinutes(3));
        String running = studio.renderedElsewhere(CAT);
        assertThat(studio.finish(studio.resume(studio.cat())).videoId(), is(running));
        assertThat(studio.simulator.count(Operation.LIST), is(1L));
    }

    @Test
    void aRenderThatTheListShowsTwiceIsOneRender() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        byte[] sameForEachCursor = Mp4s.text(
                """
                {"data": [{"id": "%s", "status": "queued", "prompt": "%s", "created_at": %d}], "has_more": true}""".formatted(running, CAT.prompt(), studio.time.instant().getEpochSecond()));
        studio.wire.replace(Wire.Kind.LIST, 6, "application/json", sameForEachCursor);
        RunningRender render = studio.resume(studio.cat());
        assertThat(studio.finish(render).videoId(), is(running));
        assertThat(studio.wire.count(Wire.Kind.LIST), is(2L));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 401})
    void aListThatCannotBeHadLeavesTheRenderInDoubt(int status) throws InterruptedException {
        Studio studio = new Studio(home);
        studio.renderedElsewhere(CAT);
        studio.simulator.inject(Operation.LIST, 1, Fault.status(status));
        String message = studio.failure(studio.resume(studio.cat())).getMessage();
        assertThat(
                message,
                allOf(
                        containsString("the service's list cannot be read: GET /v1/videos: HTTP " + status),
                        containsString("it was not asked for a second time")));
        assertThat(posts(studio), is(1L));
    }

    @Test
    void aRenderThatFailedMeanwhileIsAdoptedAndEndsWithTheServicesWords() throws InterruptedException {
        Studio studio = new Studio(home);
        String running = studio.renderedElsewhere(CAT);
        studio.wire.rewrite(Wire.Kind.LIST, 1, "\"queued\"", "\"failed\"");
        String message = studio.failure(studio.resume(studio.cat())).getMessage();
        assertThat(message, containsString("ended the render " + running));
        assertThat(studio.journal.onDisk().videoId(), is(running));
    }

    private static void assertNotFound(Studio studio) {
        RenderException failure = studio.failure(studio.resume(studio.cat()));
        assertThat(failure.getMessage(), containsString("the service's list shows no such render"));
    }

    private static long posts(Studio studio) {
        return studio.simulator.count(Operation.CREATE);
    }
}
