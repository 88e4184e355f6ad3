package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.DialectBench.CAT;
import static io.jenkins.plugins.videogeneration.simulator.DialectBench.bench;
import static io.jenkins.plugins.videogeneration.simulator.DialectBench.created;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** What the dialects of studios and gateways do in their own way, as it is seen on the wire. */
class GatewayDialectsTest {

    @Test
    void unslothRendersOneAtATimeWithTheModelThatIsLoaded() throws IOException {
        Bench bench = bench("unsloth");
        assertThat(bench.post("/videos", "{'prompt':'A','model':'unloaded'}").status(), is(503));
        ApiClient.Answer first = bench.post("/videos", CAT);
        assertThat(first.headers().get("openai-poll-after-ms"), is(not(nullValue())));
        assertThat(bench.post("/videos", CAT).status(), is(409));
        String path = "/videos/" + first.json().get("id").textValue();
        assertThat(bench.client.delete(path).json().get("status").textValue(), is("cancelled"));
        assertThat(bench.client.get(path).json().get("status").textValue(), is("cancelled"));
        assertThat(bench.post("/videos", CAT).status(), is(200));
    }

    @Test
    void unslothHasThumbnailsInWebpAndNoSpritesheets() throws IOException {
        Bench bench = bench("unsloth");
        String path = "/videos/" + created(bench) + "/content?variant=";
        bench.finish();
        ApiClient.Answer thumbnail = bench.client.get(path + "thumbnail");
        assertThat(thumbnail.headers().get("content-type"), is("image/webp"));
        assertThat(VideoSize.ofImage(thumbnail.body()).toString(), is("Optional[720x1280]"));
        assertThat(bench.client.get(path + "spritesheet").status(), is(422));
    }

    @Test
    void aquilesSendsStrangersToALoginPageAndDoesNotWaitForTheEnd() throws IOException {
        Bench bench = bench("aquiles", KeyRule.exactly(ApiClient.KEY));
        ApiClient.Answer stranger = bench.client.send(new Request.Builder().url("https://videos.invalid/v1/videos"));
        assertThat(stranger.status(), is(302));
        assertThat(stranger.headers().get("location"), is("/login"));
        ApiClient.Answer page = bench.client.follow("https://videos.invalid/login");
        assertThat(page.headers().get("content-type"), startsWith("text/html"));
        assertThat(
                bench.client
                        .send(bench.client.request("/videos").header("Authorization", "Bearer wrong"))
                        .status(),
                is(403));
        String path = "/videos/" + created(bench) + "/content";
        int early = bench.client.get(path).body().length;
        bench.finish();
        assertThat(bench.client.get(path).body().length / 2, is(early));
        assertThat(bench.post("/videos", "{'prompt':'It is refused'}").status(), is(503));
    }

    @Test
    void aquilesListsTheOldestFirstWhateverItIsAskedFor() throws IOException {
        Bench bench = bench("aquiles");
        String first = created(bench);
        created(bench);
        JsonNode list = bench.client.get("/videos?order=desc").json();
        assertThat(list.at("/data/0/id").textValue(), is(first));
    }

    @Test
    void newApiHasNeitherListNorDeleteAndQuotesTheUrl() throws IOException {
        Bench bench = bench("new-api");
        ApiClient.Answer list = bench.client.get("/videos");
        assertThat(list.status(), is(404));
        assertThat(list.json().at("/error/message").textValue(), is("Invalid URL (GET /v1/videos)"));
        String id = created(bench);
        assertThat(bench.client.delete("/videos/" + id).status(), is(404));
        assertThat(bench.retrieve(id).get("task_id").textValue(), is(id));
        String path = "/videos/" + id + "/content";
        assertThat(bench.client.get(path).status(), is(400));
        bench.finish();
        assertThat(
                bench.client
                        .send(bench.client.request(path).header("Range", "bytes=0-9"))
                        .status(),
                is(206));
        bench.clock.turn(Duration.ofHours(2));
        assertThat(bench.client.get(path).status(), is(502));
    }

    @Test
    void gatewaysRedirectToASignedUrlThatTakesNoKey() throws IOException {
        Bench bench = bench("gateway");
        String path = "/videos/" + created(bench) + "/content";
        assertThat(bench.client.get(path).status(), is(400));
        bench.finish();
        ApiClient.Answer redirect = bench.client.get(path);
        assertThat(redirect.status(), is(302));
        String url = redirect.headers().get("location");
        assertThat(bench.client.follow(url).headers().get("content-type"), is("video/mp4"));
        assertThat(bench.client.follow(url + "0").status(), is(403));
        assertThat(bench.client.send(bench.client.request("").url(url)).status(), is(400));
        bench.clock.turn(Duration.ofMinutes(10));
        assertThat(bench.client.follow(url).status(), is(403));
    }

    @Test
    void gatewaysLimitPolls() throws IOException {
        Bench bench = bench("gateway");
        String path = "/videos/" + created(bench);
        assertThat(bench.client.get(path).status(), is(200));
        bench.clock.turn(Duration.ofMillis(1500));
        ApiClient.Answer tooSoon = bench.client.get(path);
        assertThat(tooSoon.status(), is(429));
        assertThat(tooSoon.headers().get("retry-after"), is("4"));
        bench.clock.turn(Duration.ofMillis(3500));
        assertThat(bench.client.get(path).status(), is(200));
    }
}
