package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadRetriesTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @ParameterizedTest
    @ValueSource(ints = {409, 425, 429, 500, 502, 503, 504})
    void asksFourTimesInAll(int status) {
        for (int i = 0; i < 10; i++) {
            service.answer(status, "{}");
        }

        assertThrows(VideosException.class, () -> service.client().retrieve("a").execute());

        assertThat(service.requestCount(), is(4));
        assertThat(
                service.time().delays(),
                contains(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504})
    void isContentWithALaterAnswer(int status) throws InterruptedException {
        service.answer(status, "{}");
        service.answer(200, ScriptedService.QUEUED_JOB);

        assertThat(service.client().retrieve("a").execute().id(), is("video_1"));
        assertThat(service.requestCount(), is(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 405, 410, 413, 422, 501})
    void doesNotAskAgainWhatWillBeAnsweredAlike(int status) {
        service.answer(status, "{}");
        service.answer(200, ScriptedService.QUEUED_JOB);

        assertThrows(VideosException.class, () -> service.client().retrieve("a").execute());

        assertThat(service.requestCount(), is(1));
        assertThat(service.time().delays(), empty());
    }

    @Test
    void asksAgainAfterALostConnection() throws InterruptedException {
        service.answer(ScriptedService.response(200, "{}")
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        service.answer(200, ScriptedService.QUEUED_JOB);

        assertThat(service.client().retrieve("a").execute().id(), is("video_1"));
        assertThat(service.requestCount(), is(2));
    }

    @Test
    void asksAgainAfterATimeout() throws InterruptedException {
        service.answer(ScriptedService.response(200, "{}")
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        service.answer(200, ScriptedService.QUEUED_JOB);

        Video video =
                service.impatientClient(Duration.ofMillis(500)).retrieve("a").execute();

        assertThat(video.id(), is("video_1"));
    }

    @Test
    void obeysTheHeadersOfTheService() throws InterruptedException {
        service.answer(withHeader("retry-after-ms", "40"));
        service.answer(withHeader("Retry-After", "7"));
        service.answer(withHeader("Retry-After", "Sun, 01 Nov 2026 12:01:07 GMT"));
        service.answer(200, ScriptedService.QUEUED_JOB);

        service.client().retrieve("a").execute();

        assertThat(
                service.time().delays(),
                contains(Duration.ofMillis(40), Duration.ofSeconds(7), Duration.ofMillis(59_960)));
    }

    @Test
    void doesNotRepeatAgainstTheServicesWill() {
        service.answer(withHeader("x-should-retry", "false"));
        service.answer(200, ScriptedService.QUEUED_JOB);

        assertThrows(
                VideosException.Server.class,
                () -> service.client().retrieve("a").execute());

        assertThat(service.requestCount(), is(1));
    }

    @Test
    void doesNotWaitLongerThanTwoMinutes() {
        service.answer(withHeader("Retry-After", "121"));
        service.answer(200, ScriptedService.QUEUED_JOB);

        assertThrows(
                VideosException.Server.class,
                () -> service.client().retrieve("a").execute());

        assertThat(service.requestCount(), is(1));
    }

    private static MockResponse withHeader(String name, String value) {
        return ScriptedService.response(503, "{}").setHeader(name, value).build();
    }
}
