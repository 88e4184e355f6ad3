package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RetrieveAnswersTest {

    private static final String FAILED_JOB =
            "{\"id\":\"video_1\",\"status\":\"failed\",\"error\":{\"code\":\"moderation_blocked\",\"message\":\"No.\"}}";

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 226})
    void anySuccessWithAJobIsACreatedJob(int status) throws InterruptedException {
        service.answer(status, ScriptedService.QUEUED_JOB);
        var request = new CreateVideoRequest("A fox", null, null, null);

        assertThat(service.client().create(request).execute().id(), is("video_1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422, 500, 503})
    void aFailedJobBehindAnErrorStatusIsAnAnswer(int status) throws InterruptedException {
        service.answer(status, FAILED_JOB);

        Video video = service.client().retrieve("video_1").execute();

        assertThat(video.status().isFailure(), is(true));
        assertThat(video.error().isModeration(), is(true));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aRunningJobBehindAnErrorStatusIsNoAnswer() throws InterruptedException {
        service.answer(500, "{\"id\":\"video_1\",\"status\":\"in_progress\"}");
        service.answer(200, "{\"id\":\"video_1\",\"status\":\"completed\"}");

        assertThat(service.client().retrieve("video_1").execute().status(), is(VideoStatus.COMPLETED));
        assertThat(service.requestCount(), is(2));
    }

    @Test
    void anErrorBehindASuccessStatusIsNoAnswerAndItsReasonIsTold() {
        service.answer(200, "{\"error\":{\"message\":\"no such job\"}}");

        VideosException e = assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().retrieve("video_1").execute());

        assertThat(e.failure().message(), is("the answer is application/json, not a video: no such job"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "expired"})
    void aKeyThatIsNoSecretDoesNotHideTheEnd(String status) throws InterruptedException {
        service.answer(200, "{\"id\":\"video_1\",\"status\":\"" + status + "\"}");
        Endpoint endpoint = service.endpoint(new Authentication.Bearer(new ApiKey("x")));

        assertThat(service.client(endpoint).retrieve("video_1").execute().status(), is(new VideoStatus(status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":null,\"name\":\"Mallard\"}", "{\"created_at\":1793534400}"})
    void aCharacterMayHaveNoId(String answer) throws InterruptedException {
        service.answer(200, answer);

        assertThat(service.client().retrieveCharacter("char_1").execute().id() == null, is(true));
    }

    @Test
    void whatHasNothingOfACharacterIsNone() {
        service.answer(200, "{\"message\":\"Welcome\"}");

        assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().retrieveCharacter("char_1").execute());
    }

    @Test
    void tellsWhenTheServiceWantsToBeAskedAgain() throws InterruptedException {
        service.answer(ScriptedService.response(200, ScriptedService.QUEUED_JOB)
                .setHeader("openai-poll-after-ms", "2500")
                .build());
        service.answer(200, ScriptedService.QUEUED_JOB);

        assertThat(service.client().retrieve("a").execute().pollAfter(), is(Duration.ofMillis(2500)));
        assertThat(service.client().retrieve("a").execute().pollAfter() == null, is(true));
    }
}
