package io.jenkins.plugins.videogeneration.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VideosSimulatorTest {

    private final Bench bench = new Bench();

    @Test
    void aNewRenderIsQueuedAndSaysWhatWasAskedFor() throws IOException {
        ApiClient.Answer created =
                bench.post("/videos", "{'prompt':'A cat','seconds':'8','size':'1280x720','model':'my-deployment'}");
        assertThat(created.status(), is(200));
        JsonNode video = created.json();
        assertThat(video.get("id").textValue(), matchesPattern("video_[0-9a-f]{48}"));
        assertThat(video.get("object").textValue(), is("video"));
        assertThat(video.get("status").textValue(), is("queued"));
        assertThat(video.get("progress").intValue(), is(0));
        assertThat(video.get("model").textValue(), is("my-deployment"));
        assertThat(video.get("prompt").textValue(), is("A cat"));
        assertThat(video.get("size").textValue(), is("1280x720"));
        assertThat(video.get("seconds").textValue(), is("8"));
        assertThat(video.get("created_at").longValue(), is(TurnableClock.START.getEpochSecond()));
        assertThat(video.get("completed_at").isNull(), is(true));
        assertThat(video.get("expires_at").isNull(), is(true));
        assertThat(video.get("error").isNull(), is(true));
    }

    @Test
    void progressRisesUntilTheRenderIsCompleted() throws IOException {
        String id = bench.create("{'prompt':'A cat'}");
        bench.clock.turn(Bench.QUEUE);
        int before = -1;
        for (int i = 0; i < 4; i++) {
            JsonNode video = bench.retrieve(id);
            assertThat(video.get("status").textValue(), is("in_progress"));
            assertThat(video.get("progress").intValue(), greaterThan(before));
            assertThat(video.get("progress").intValue(), lessThan(100));
            before = video.get("progress").intValue();
            bench.clock.turn(Bench.RENDER.dividedBy(4));
        }
        JsonNode video = bench.retrieve(id);
        long completedAt = TurnableClock.START.getEpochSecond() + 110;
        assertThat(video.get("status").textValue(), is("completed"));
        assertThat(video.get("progress").intValue(), is(100));
        assertThat(video.get("completed_at").longValue(), is(completedAt));
        assertThat(video.get("expires_at").longValue(), is(completedAt + 3600));
    }

    @Test
    void aClientIsToldWhenToAskAgainAsLongAsThereIsSomethingToWaitFor() throws IOException {
        ApiClient.Answer created = bench.post("/videos", "{'prompt':'A cat'}");
        String path = "/videos/" + created.json().get("id").textValue();
        assertThat(created.headers().get("openai-poll-after-ms"), is("10000"));
        bench.clock.turn(Duration.ofSeconds(107));
        assertThat(bench.client.get(path).headers().get("openai-poll-after-ms"), is("3000"));
        bench.clock.turn(Duration.ofSeconds(3));
        assertThat(bench.client.get(path).headers().get("openai-poll-after-ms"), is(nullValue()));
    }

    @Test
    void everyAnswerHasARequestIdOfItsOwn() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String path : List.of("/videos", "/videos/none", "/nothing")) {
            String id = bench.client.get(path).headers().get("x-request-id");
            assertThat(id, matchesPattern("req_[0-9a-f]{32}"));
            ids.add(id);
        }
        assertThat(ids.stream().distinct().toList(), is(ids));
    }

    @Test
    void requestsAreCountedAndLogged() throws IOException {
        bench.create("{'prompt':'A cat'}");
        bench.post("/videos", "{}");
        bench.client.get("/videos?limit=3");
        bench.client.get("/elsewhere");
        assertThat(bench.simulator.count(Operation.CREATE), is(2L));
        assertThat(bench.simulator.count(Operation.LIST), is(1L));
        assertThat(bench.simulator.count(Operation.DELETE), is(0L));
        assertThat(
                bench.simulator.requests(),
                is(List.of(
                        logged("POST", "/v1/videos", Operation.CREATE),
                        logged("POST", "/v1/videos", Operation.CREATE),
                        logged("GET", "/v1/videos", Operation.LIST),
                        logged("GET", "/v1/elsewhere", null))));
    }

    @Test
    void theLogKeepsTheLatestRequestsAndTheCountsAll() throws IOException {
        Limits limits = new Limits(1000, 1000, 10, Duration.ofHours(1), 2, 1000);
        Bench small = new Bench(SimulatorSettings.defaults().withLimits(limits));
        for (int i = 0; i < 5; i++) {
            small.client.get("/videos");
        }
        assertThat(small.simulator.requests(), hasSize(2));
        assertThat(small.simulator.count(Operation.LIST), is(5L));
    }

    @Test
    void theOldestJobsAreForgottenWhenThereAreTooMany() throws IOException {
        Limits limits = new Limits(1000, 1000, 2, Duration.ofHours(1), 10, 1000);
        Bench small = new Bench(SimulatorSettings.defaults().withLimits(limits));
        String first = small.create("{'prompt':'1'}");
        String second = small.create("{'prompt':'2'}");
        String third = small.create("{'prompt':'3'}");
        assertThat(small.client.get("/videos/" + first).status(), is(404));
        assertThat(small.client.get("/videos/" + second).status(), is(200));
        assertThat(small.client.get("/videos/" + third).status(), is(200));
    }

    @Test
    void jobsAreForgottenWhenTheyAreOld() throws IOException {
        String old = bench.create("{'prompt':'1'}");
        bench.clock.turn(Limits.defaults().jobsKeptFor().plusSeconds(1));
        bench.create("{'prompt':'2'}");
        assertThat(bench.client.get("/videos/" + old).status(), is(404));
    }

    private static LoggedRequest logged(String method, String path, Operation operation) {
        return new LoggedRequest(TurnableClock.START, method, path, Optional.ofNullable(operation));
    }
}
