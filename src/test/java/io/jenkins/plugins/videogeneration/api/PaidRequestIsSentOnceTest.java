package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After each of these the render may be running and be charged for, so the service must not see a second request: not
 * from our retries, not from those inside the HTTP client, not over a redirect.
 */
@Timeout(60)
class PaidRequestIsSentOnceTest {

    private static final CreateVideoRequest FOX = new CreateVideoRequest("A fox", null, null, null);
    private static final String JOB = ScriptedService.QUEUED_JOB;

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    static List<Arguments> answersThatLeaveOpenWhatHappened() {
        return List.of(
                answer("500", VideosException.Server.class, ScriptedService.response(500, "{}")),
                answer("502", VideosException.Server.class, ScriptedService.response(502, "<html>Bad gateway")),
                answer("503", VideosException.Server.class, ScriptedService.response(503, "{}")),
                answer("504", VideosException.Server.class, ScriptedService.response(504, "{}")),
                answer("408", VideosException.Server.class, ScriptedService.response(408, "{}")),
                answer("425", VideosException.Server.class, ScriptedService.response(425, "{}")),
                answer("421", VideosException.BadRequest.class, ScriptedService.response(421, "{}")),
                answer("503 that asks for a retry at once", VideosException.Server.class, retryAfter(503, "0")),
                answer("503 that asks for a retry soon", VideosException.Server.class, retryAfter(503, "1")),
                answer("408 that asks for a retry at once", VideosException.Server.class, retryAfter(408, "0")),
                answer(
                        "500 that says it should be retried",
                        VideosException.Server.class,
                        ScriptedService.response(500, "{}").setHeader("x-should-retry", "true")),
                answer("200 with garbage", VideosException.NotAVideosApi.class, ScriptedService.response(200, "OK")),
                answer("200 with other JSON", VideosException.NotAVideosApi.class, ScriptedService.response(200, "{}")),
                answer("204", VideosException.NotAVideosApi.class, new MockResponse.Builder().code(204)),
                answer("400", VideosException.BadRequest.class, ScriptedService.response(400, "{}")),
                answer("401", VideosException.Authentication.class, ScriptedService.response(401, "{}")),
                answer("403", VideosException.Permission.class, ScriptedService.response(403, "{}")),
                answer("404", VideosException.NotFound.class, ScriptedService.response(404, "{}")),
                answer("405", VideosException.Unsupported.class, ScriptedService.response(405, "{}")),
                answer("301", VideosException.NotAVideosApi.class, redirect(301)),
                answer("302", VideosException.NotAVideosApi.class, redirect(302)),
                answer("303", VideosException.NotAVideosApi.class, redirect(303)),
                answer("307", VideosException.NotAVideosApi.class, redirect(307)),
                answer("308", VideosException.NotAVideosApi.class, redirect(308)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatLeaveOpenWhatHappened")
    void afterAnAnswerThatIsNoRefusalForNow(String name, Class<? extends VideosException> meaning, MockResponse answer)
            throws InterruptedException {
        service.answer(answer);
        service.answer(200, JOB);

        VideosException e = assertThrows(
                VideosException.class, () -> service.client().create(FOX).execute());

        assertThat(e, instanceOf(meaning));
        assertSentOnce();
    }

    static List<Arguments> lostAnswers() {
        SocketEffect close = new SocketEffect.CloseSocket();
        MockResponse.Builder job = ScriptedService.response(200, JOB);
        return List.of(
                lost("connection lost before the request was read", job.clone().onRequestStart(close)),
                lost("connection lost within the request", job.clone().onRequestBody(close)),
                lost("connection lost before the answer", job.clone().onResponseStart(close)),
                lost("connection lost within the answer", job.clone().onResponseBody(close)),
                lost(
                        "answer shorter than it says",
                        job.clone().setHeader("Content-Length", 10_000).onResponseEnd(close)),
                lost("answer that is no HTTP", job.clone().status("I do not speak HTTP")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void afterTheAnswerWasLost(String name, MockResponse answer) throws InterruptedException {
        service.answer(answer);
        service.answer(200, JOB);

        VideosException.Connection e = assertThrows(
                VideosException.Connection.class,
                () -> service.client().create(FOX).execute());

        assertThat(e.requestSent(), is(true));
        assertSentOnce();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void afterTheAnswerWasLostOnAServiceThatWasAskedBefore(String name, MockResponse answer)
            throws InterruptedException {
        VideosClient client = service.client();
        service.answer(200, JOB);
        service.answer(200, JOB);
        service.answer(answer);
        service.answer(200, JOB);
        client.create(FOX).execute();
        client.retrieve("video_1").execute();

        assertThrows(VideosException.Connection.class, () -> client.create(FOX).execute());

        service.takeRequest();
        service.takeRequest();
        service.takeRequest();
        assertThat(service.requestCount(), is(3));
    }

    static List<Arguments> silences() {
        MockResponse.Builder job = ScriptedService.response(200, JOB);
        return List.of(
                lost("no answer at all", job.clone().onResponseStart(SocketEffect.Stall.INSTANCE)),
                lost("an answer that stops", job.clone().onResponseBody(SocketEffect.Stall.INSTANCE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silences")
    void afterAReadTimeout(String name, MockResponse answer) throws InterruptedException {
        service.answer(answer);
        service.answer(200, JOB);
        VideosClient client = service.impatientClient(Duration.ofMillis(250));

        VideosException.Connection e = assertThrows(
                VideosException.Connection.class, () -> client.create(FOX).execute());

        assertThat(e.requestSent(), is(true));
        assertSentOnce();
    }

    private void assertSentOnce() throws InterruptedException {
        service.takeRequest();
        assertThat(service.requestCount(), is(1));
        assertThat("Nothing was planned either", service.time().delays(), empty());
    }

    private static MockResponse.Builder retryAfter(int status, String value) {
        return ScriptedService.response(status, "{}").setHeader("Retry-After", value);
    }

    private static MockResponse.Builder redirect(int status) {
        return ScriptedService.response(status, "").setHeader("Location", "/v1/videos");
    }

    private static Arguments answer(
            String name, Class<? extends VideosException> meaning, MockResponse.Builder response) {
        return Arguments.of(name, meaning, response.build());
    }

    private static Arguments lost(String name, MockResponse.Builder response) {
        return Arguments.of(name, response.build());
    }
}
