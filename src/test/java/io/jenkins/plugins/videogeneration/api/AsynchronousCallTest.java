package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class AsynchronousCallTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @Test
    void nothingIsSentBeforeTheStart() {
        service.client().retrieve("a");

        assertThat(service.requestCount(), is(0));
    }

    @Test
    void eachStartAsksAnew() throws Exception {
        ApiCall<Video> call = service.client().retrieve("a");
        service.answer(200, "{\"id\":\"first\"}");
        service.answer(200, "{\"id\":\"second\"}");

        assertThat(call.start().get().id(), is("first"));
        assertThat(call.execute().id(), is("second"));
        assertThat(service.requestCount(), is(2));
    }

    @Test
    void aFailureIsTheCauseAndNotWrappedTwice() {
        service.answer(400, "{}");

        ExecutionException e = assertThrows(
                ExecutionException.class,
                () -> service.client().retrieve("a").start().get());

        assertThat(e.getCause(), instanceOf(VideosException.BadRequest.class));
    }

    @Test
    void waitingForTheNextAttemptHoldsNoThreadOfTheClient() throws Exception {
        VirtualTime time = VirtualTime.standingStill();
        service.answer(500, "{}");
        service.answer(200, ScriptedService.QUEUED_JOB);
        CompletableFuture<Void> idle = new CompletableFuture<>();
        service.http().reads().dispatcher().setIdleCallback(() -> idle.complete(null));
        CompletableFuture<Video> result = service.client(time).retrieve("a").start();

        time.awaitPending(1);
        idle.get();
        time.runNext();

        assertThat(result.get().id(), is("video_1"));
    }
}
