package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what the service refused for now, or provably never got, is sent again, and exactly as often as needed. */
@Timeout(60)
class PaidRequestIsSentAgainTest {

    private static final CreateVideoRequest FOX = new CreateVideoRequest("A fox", null, null, null);

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @ParameterizedTest
    @ValueSource(ints = {429, 409})
    void afterARefusalForNow(int status) throws InterruptedException {
        service.answer(ScriptedService.response(status, "{}")
                .setHeader("Retry-After", "20")
                .build());
        service.answer(ScriptedService.response(status, "{}").build());
        service.answer(200, ScriptedService.QUEUED_JOB);

        Video video = service.client().create(FOX).execute();

        assertThat(video.id(), is("video_1"));
        assertThat(service.requestCount(), is(3));
        assertThat(service.time().delays(), contains(Duration.ofSeconds(20), Duration.ofSeconds(2)));
        String first = service.takeRequest().getBody().utf8();
        assertThat("The same request", service.takeRequest().getBody().utf8(), is(first));
        assertThat("The same request", service.takeRequest().getBody().utf8(), is(first));
    }

    @Test
    void notAfterAFailureThatLeavesOpenWhatHappenedEvenIfARefusalCameBefore() {
        service.answer(429, "{}");
        service.answer(500, "{}");
        service.answer(200, ScriptedService.QUEUED_JOB);

        assertThrows(
                VideosException.Server.class, () -> service.client().create(FOX).execute());

        assertThat(service.requestCount(), is(2));
    }

    @Test
    void notIfTheServiceForbidsIt() {
        service.answer(ScriptedService.response(429, "{}")
                .setHeader("x-should-retry", "false")
                .build());
        service.answer(200, ScriptedService.QUEUED_JOB);

        assertThrows(
                VideosException.RateLimited.class,
                () -> service.client().create(FOX).execute());

        assertThat(service.requestCount(), is(1));
    }

    @Test
    void notIfTheServiceAsksForMorePatienceThanWeHave() {
        service.answer(ScriptedService.response(429, "{}")
                .setHeader("Retry-After", "601")
                .build());
        service.answer(200, ScriptedService.QUEUED_JOB);

        VideosException.RateLimited e = assertThrows(
                VideosException.RateLimited.class,
                () -> service.client().create(FOX).execute());

        assertThat(service.requestCount(), is(1));
        assertThat(e.failure().retryHint().after(), is(Duration.ofSeconds(601)));
    }

    @Test
    void untilPatienceEnds() {
        for (int i = 0; i < 100; i++) {
            service.answer(429, "{}");
        }

        assertThrows(
                VideosException.RateLimited.class,
                () -> service.client().create(FOX).execute());

        Duration waited = Duration.between(VirtualTime.START, service.time().instant());
        // 1 + 2 + 4 + 8 + 16 s, then every 30 s while that stays within ten minutes
        assertThat(waited, is(Duration.ofSeconds(31 + 18 * 30)));
        assertThat(service.requestCount(), is(1 + 5 + 18));
    }

    @Test
    void afterRefusedConnectionsExactlyOnceItReachesTheService() throws Exception {
        VirtualTime time = VirtualTime.standingStill();
        VideosClient client = service.client(time);
        int port = service.baseUrl().port();
        service.stop();
        CompletableFuture<Video> result = client.create(FOX).start();
        time.awaitPending(1);
        time.runNext();
        time.awaitPending(1);

        service.start(port);
        service.answer(200, ScriptedService.QUEUED_JOB);
        time.runNext();

        assertThat(result.get().id(), is("video_1"));
        assertThat(service.requestCount(), is(1));
        assertThat(time.delays(), contains(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void afterANameThatCouldNotBeResolved() throws Exception {
        HttpClients lost = HttpClients.basedOn(new OkHttpClient.Builder()
                .dns(name -> {
                    throw new UnknownHostException(name);
                })
                .build());
        VirtualTime time = VirtualTime.standingStill();
        Endpoint endpoint = Endpoint.of("http://videos.example.com/v1", new Authentication.None());
        CompletableFuture<Video> result =
                new VideosClient(endpoint, lost, time.timing()).create(FOX).start();

        time.awaitPending(1);
        result.cancel(true);

        assertThat(time.delays(), contains(Duration.ofSeconds(1)));
        lost.close();
    }

    @Test
    void sayingThatNothingWasSentIfNobodyEverListens() throws InterruptedException, IOException {
        VideosClient client = service.client();
        service.stop();

        ExecutionException e = assertThrows(
                ExecutionException.class, () -> client.create(FOX).start().get());

        assertThat(e.getCause(), instanceOf(VideosException.Connection.class));
        assertThat(((VideosException.Connection) e.getCause()).requestSent(), is(false));
        Duration waited = Duration.between(VirtualTime.START, service.time().instant());
        assertThat("Not the ten minutes of a busy service", waited, is(Duration.ofSeconds(1 + 2 + 4 + 8)));
    }
}
