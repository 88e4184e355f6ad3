package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure says what it means, what was asked, what the service said, and what to do. */
@Timeout(60)
class FailureMeaningTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    static List<Arguments> meanings() {
        return List.of(
                Arguments.of(400, VideosException.BadRequest.class, "Change 'size'"),
                Arguments.of(413, VideosException.BadRequest.class, "Change 'size'"),
                Arguments.of(418, VideosException.BadRequest.class, "Change 'size'"),
                Arguments.of(422, VideosException.BadRequest.class, "Change 'size'"),
                Arguments.of(401, VideosException.Authentication.class, "API key"),
                Arguments.of(402, VideosException.Permission.class, "credit"),
                Arguments.of(403, VideosException.Permission.class, "access"),
                Arguments.of(404, VideosException.NotFound.class, "base URL"),
                Arguments.of(410, VideosException.NotFound.class, "id"),
                Arguments.of(405, VideosException.Unsupported.class, "does not support"),
                Arguments.of(501, VideosException.Unsupported.class, "does not support"),
                Arguments.of(408, VideosException.Server.class, "Try again later"),
                Arguments.of(409, VideosException.Busy.class, "Try again when"),
                Arguments.of(429, VideosException.RateLimited.class, "higher limit"),
                Arguments.of(500, VideosException.Server.class, "request id"),
                Arguments.of(503, VideosException.Server.class, "Try again later"),
                Arguments.of(599, VideosException.Server.class, "Try again later"),
                Arguments.of(304, VideosException.NotAVideosApi.class, "/v1"));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void aStatusHasAMeaningAndAnAdvice(int status, Class<? extends VideosException> meaning, String advice) {
        for (int attempt = 0; attempt < 10; attempt++) {
            service.answer(status, "{\"error\":{\"message\":\"No.\",\"param\":\"size\",\"code\":\"c1\"}}");
        }

        VideosException e = assertThrows(
                VideosException.class,
                () -> service.client().retrieve("video_1").execute());

        assertThat(e, instanceOf(meaning));
        assertThat(e.failure().status(), is(status));
        assertThat(e.advice(), containsString(advice));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"No.\",\"param\":\"prompt\",\"code\":\"content_policy_violation\"}}",
                "{\"detail\":\"This prompt was rejected by the content filter.\"}",
            })
    void aRefusalOfTheContentAdvisesToChangeItWhateverItsField(String body) {
        service.answer(400, body);
        var request = new CreateVideoRequest("A fox", null, null, null);

        VideosException e = assertThrows(
                VideosException.class, () -> service.client().create(request).execute());

        assertThat(e, instanceOf(VideosException.BadRequest.class));
        assertThat(e.advice(), containsString("moderation refuses the prompt"));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aJobThatFailedKnowsTheAnswerThatToldSo() throws InterruptedException {
        service.answer(ScriptedService.response(200, "{\"id\":\"video_1\",\"status\":\"failed\"}")
                .setHeader("x-request-id", "req_9")
                .build());

        VideoError error = service.client().retrieve("video_1").execute().error();

        assertThat(error.requestId(), is("req_9"));
        assertThat(error.text().words(), is("no reason given"));
    }

    @Test
    void knowsEverythingThatTheServiceSaid() {
        service.answer(ScriptedService.response(
                        400, "{\"error\":{\"message\":\"Bad size\",\"param\":\"size\",\"code\":\"invalid\"}}")
                .setHeader("x-request-id", "req_7")
                .build());
        var request = new CreateVideoRequest("A fox", null, null, null);

        VideosException e = assertThrows(
                VideosException.class, () -> service.client().create(request).execute());

        ApiFailure expected = new ApiFailure(
                "POST",
                "/v1/videos",
                400,
                "invalid",
                "size",
                Text.verbatim("Bad size"),
                "req_7",
                new ApiFailure.RetryHint(null, false));
        assertThat(e.failure(), is(expected));
        assertThat(
                e.getMessage(),
                is("POST /v1/videos: HTTP 400: Bad size [param size] [code invalid] [request id req_7]"));
    }

    @Test
    void namesTheRequestWithoutItsQuery() {
        service.answer(404, "{\"detail\":\"Not Found\"}");

        VideosException e = assertThrows(
                VideosException.class,
                () -> service.client().list(ListQuery.newest()).execute());

        assertThat(e.getMessage(), is("GET /v1/videos: HTTP 404: Not Found"));
    }

    @Test
    void advisesWithoutAFieldIfNoneIsNamed() {
        service.answer(400, "{}");

        VideosException e = assertThrows(
                VideosException.class, () -> service.client().retrieve("a").execute());

        assertThat(e.failure().param(), is(nullValue()));
        assertThat(e.advice(), is("Change the request to what the service accepts."));
    }

    @ParameterizedTest
    @CsvSource({"text/html, an HTML page 'Sign in'", "application/json, an HTML page 'Sign in'"})
    void aLoginPageIsNoVideosApi(String contentType, String said) {
        service.answer(new MockResponse.Builder()
                .setHeader("Content-Type", contentType)
                .body("<html><title>Sign in</title>")
                .build());

        VideosException e = assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().retrieve("a").execute());

        assertThat(e.getMessage(), containsString("the answer is " + contentType + ", not a video: " + said));
        assertThat(e.advice(), containsString("base URL"));
    }

    @Test
    void aNotFoundPageInHtmlIsOneLine() {
        service.answer(404, "<html><title>404 Not Found</title><body>" + "x".repeat(100_000));

        VideosException e = assertThrows(
                VideosException.NotFound.class,
                () -> service.client().retrieve("a").execute());

        assertThat(e.failure().message(), is("an HTML page '404 Not Found'"));
    }

    @Test
    void nobodyListeningIsAConnectionFailureThatNamesTheServer() {
        VideosClient client = service.client();
        int port = service.baseUrl().port();
        service.stop();

        VideosException.Connection e = assertThrows(
                VideosException.Connection.class, () -> client.retrieve("a").execute());

        assertThat(e.getMessage(), containsString("GET /v1/videos/a: no connection to 127.0.0.1:" + port));
        assertThat(e.failure().status(), is(0));
        assertThat(e.advice(), containsString("network"));
    }
}
