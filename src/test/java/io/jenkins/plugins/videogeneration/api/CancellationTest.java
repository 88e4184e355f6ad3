package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CancellationTest {

    private static final CreateVideoRequest FOX = new CreateVideoRequest("A fox", null, null, null);
    private static final MockResponse SILENCE = ScriptedService.response(200, ScriptedService.QUEUED_JOB)
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    private static final byte[] MP4_HEAD = "\0\0\0\u0018ftypisom\0\0\0\0isomiso2".getBytes(StandardCharsets.ISO_8859_1);

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @TempDir
    Path directory;

    @Test
    void inFlightItEndsTheCall() throws InterruptedException {
        CountDownLatch idle = idle(service.http().reads());
        service.answer(SILENCE);
        CompletableFuture<Video> result = service.client().retrieve("a").start();
        service.takeRequest();

        result.cancel(true);

        assertEnds(idle);
        assertThrows(CancellationException.class, result::join);
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void withinABodyItEndsTheCall() throws InterruptedException {
        CountDownLatch idle = idle(service.http().downloads());
        service.answer(new MockResponse.Builder()
                .body("x".repeat(1_000_000))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        CompletableFuture<DownloadedContent> result = service.client()
                .downloadContent("a", ContentVariant.VIDEO, directory.resolve("a"))
                .start();
        service.takeRequest();

        result.cancel(true);

        assertEnds(idle);
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void whileWaitingItForgetsTheNextAttempt() throws InterruptedException {
        VirtualTime time = VirtualTime.standingStill();
        service.answer(429, "{}");
        CompletableFuture<Video> result = service.client(time).create(FOX).start();
        time.awaitPending(1);

        result.cancel(true);

        time.awaitNonePending();
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void betweenTwoPagesItEndsTheList() throws InterruptedException {
        service.answer(200, page("a"));
        service.answer(200, page("b"));
        service.answer(SILENCE);
        CompletableFuture<List<Video>> result =
                service.client().listAll(ListQuery.newest(), 1000).start();
        for (int i = 0; i < 3; i++) {
            service.takeRequest();
        }
        CountDownLatch idle = idle(service.http().reads());

        result.cancel(true);

        assertEnds(idle);
        assertThrows(CancellationException.class, result::join);
        assertThat(service.requestCount(), is(3));
    }

    @Test
    void aCharacterThatNobodyWantsAnyMoreIsNotAskedForAgain() throws IOException, InterruptedException {
        VirtualTime time = VirtualTime.standingStill();
        service.answer(429, "{}");
        CompletableFuture<Void> unwanted = new CompletableFuture<>();
        CompletableFuture<VideoCharacter> result =
                service.client(time).createCharacter(reynard(), unwanted).start();
        time.awaitPending(1);

        unwanted.complete(null);

        assertThrows(CancellationException.class, result::join);
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aCharacterThatNobodyHasWantedSinceIsNotAskedFor() throws IOException {
        CompletableFuture<VideoCharacter> result = service.client()
                .createCharacter(reynard(), CompletableFuture.completedFuture(null))
                .start();

        assertThrows(CancellationException.class, result::join);
        assertThat(service.requestCount(), is(0));
    }

    private CreateCharacterRequest reynard() throws IOException {
        return new CreateCharacterRequest(
                "Reynard", Upload.of("video", Files.write(directory.resolve("a.mp4"), MP4_HEAD)));
    }

    @Test
    void anInterruptedThreadEndsItsCall() throws InterruptedException {
        CountDownLatch idle = idle(service.http().submits());
        service.answer(SILENCE);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                service.client().create(FOX).execute();
                outcome.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                outcome.complete(e);
            }
        });
        caller.start();
        service.takeRequest();

        caller.interrupt();

        assertThat(outcome.join(), instanceOf(InterruptedException.class));
        assertEnds(idle);
        assertThat("A paid request is not made again", service.requestCount(), is(1));
    }

    private static String page(String id) {
        return "{\"data\":[{\"id\":\"%s\"}],\"last_id\":\"%s\",\"has_more\":true}".formatted(id, id);
    }

    private static CountDownLatch idle(OkHttpClient client) {
        CountDownLatch idle = new CountDownLatch(1);
        client.dispatcher().setIdleCallback(idle::countDown);
        return idle;
    }

    private static void assertEnds(CountDownLatch idle) throws InterruptedException {
        // far below the time-out with which the call would end by itself
        assertThat("The call has ended", idle.await(30, TimeUnit.SECONDS), is(true));
    }
}
