package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.DialectBench.CAT;
import static io.jenkins.plugins.videogeneration.simulator.DialectBench.bench;
import static io.jenkins.plugins.videogeneration.simulator.DialectBench.created;
import static io.jenkins.plugins.videogeneration.simulator.DialectBench.form;
import static io.jenkins.plugins.videogeneration.simulator.DialectBench.seconds;
import static io.jenkins.plugins.videogeneration.simulator.DialectBench.status;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import okhttp3.MultipartBody;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each dialect does in its own way, as it is seen on the wire. */
class DialectsTest {

    static List<String> names() {
        return Dialect.names();
    }

    @Test
    void dialectsAreChosenByName() {
        assertThat(Dialect.names().get(0), is("reference"));
        assertThat(Dialect.named("litellm").name(), is("litellm"));
        String message = assertThrows(IllegalArgumentException.class, () -> Dialect.named("sora"))
                .getMessage();
        Dialect.names().forEach(name -> assertThat(message, containsString(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPathThatIsNoneIsRefusedInJson(String name) throws IOException {
        ApiClient.Answer answer = bench(name).client.get("/videos/a/b/c");
        assertThat(answer.status(), is(404));
        assertThat(answer.json().isObject(), is(true));
    }

    @ParameterizedTest
    @CsvSource({
        "azure,     queued,    in_progress, completed, completed",
        "litellm,   queued,    processing,  completed, completed",
        "sglang,    queued,    queued,      completed, completed",
        "aquiles,   queued,    processing,  completed, completed",
        "new-api,   NOT_START, unknown,     completed, completed",
        "gateway,   queued,    in_progress, completed, expired"
    })
    void wordsForTheStates(String name, String queued, String running, String completed, String expired)
            throws IOException {
        Bench bench = bench(name);
        String id = created(bench);
        assertThat(status(bench, id), is(queued));
        bench.clock.turn(Bench.QUEUE);
        assertThat(status(bench, id), is(running));
        bench.clock.turn(Bench.RENDER);
        assertThat(status(bench, id), is(completed));
        bench.clock.turn(Duration.ofHours(25));
        assertThat(status(bench, id), is(expired));
    }

    @ParameterizedTest
    @CsvSource({
        "reference, 200, /seconds, '\"4\"'",
        "sglang,    200, /seconds, 4",
        "unsloth,   200, /seconds, 4.0",
        "trtllm,    202, /duration, 4.0",
        "gateway,   201, /seconds, '\"4\"'",
        "new-api,   200, /created_at, 1793613600000",
        "azure,     200, /created_at, 1793613600"
    })
    void createsAreAnsweredWith(String name, int status, String field, String value) throws IOException {
        ApiClient.Answer answer = bench(name).post("/videos", CAT);
        assertThat(answer.status(), is(status));
        assertThat(answer.json().at(field).toString(), is(value));
    }

    @Test
    void azureTakesTwoAMinuteSizesOf720pAndKeysInAHeader() throws IOException {
        Bench bench = bench("azure");
        assertThat(bench.post("/videos", "{'prompt':'A','size':'1792x1024'}").status(), is(400));
        assertThat(bench.post("/videos", "{'prompt':'A','seconds':'16'}").status(), is(400));
        created(bench);
        created(bench);
        ApiClient.Answer third = bench.post("/videos", CAT);
        assertThat(third.status(), is(429));
        assertThat(third.json().at("/error/message").textValue(), is("Too many running tasks"));
        assertThat(third.json().at("/error/code").isNull(), is(true));
        bench.clock.turn(Duration.ofMinutes(1));
        created(bench);
        assertThat(bench.client.get("/video").json().toString(), is("{\"detail\":\"Not Found\"}"));
        Request.Builder withoutKey = new Request.Builder().url("https://videos.invalid/openai/v1/videos");
        assertThat(bench.client.send(withoutKey).json().at("/error/code").textValue(), is("401"));
        assertThat(bench.client.send(withoutKey.header("api-key", "k")).status(), is(200));
    }

    @Test
    void litellmChangesIdsOnPolls() throws IOException {
        Bench bench = bench("litellm");
        String id = created(bench);
        String polled = bench.retrieve(id).get("id").textValue();
        assertThat(id, endsWith("="));
        assertThat(polled, is(not(id)));
        assertThat(bench.retrieve(polled).get("prompt").textValue(), is("A cat"));
    }

    @Test
    void litellmBeginsListsWithAnEmptyPage() throws IOException {
        Bench bench = bench("litellm");
        String id = created(bench);
        JsonNode first = bench.client.get("/videos?limit=5").json();
        assertThat(first.get("data").size(), is(0));
        assertThat(first.get("has_more").booleanValue(), is(true));
        JsonNode second = bench.client
                .get("/videos?after=" + first.get("last_id").textValue())
                .json();
        assertThat(second.at("/data/0/id").textValue(), is(id));
        assertThat(second.get("has_more").booleanValue(), is(false));
    }

    @Test
    void litellmLabelsErrorsAsVideosAndDoesNotDelete() throws IOException {
        Bench bench = bench("litellm");
        String id = created(bench);
        ApiClient.Answer early = bench.client.get("/videos/" + id + "/content");
        assertThat(early.status(), is(200));
        assertThat(early.headers().get("content-type"), is("video/mp4"));
        assertThat(early.json().at("/error/param").textValue(), is("None"));
        assertThat(bench.client.delete("/videos/" + id).status(), is(405));
    }

    @Test
    void litellmDoesNotUnderstandNamesInBrackets() throws IOException {
        Bench bench = bench("litellm");
        String id = created(bench);
        bench.finish();
        MultipartBody form = form("video[id]", id, "prompt", "More", "seconds", "4");
        assertThat(bench.client.post("/videos/extensions", form).status(), is(400));
        String json = "{'video':{'id':'" + id + "'},'prompt':'More','seconds':'4'}";
        assertThat(bench.post("/videos/extensions", json).status(), is(200));
    }

    @Test
    void vllmOmniTakesFormsAloneAndCountsFrames() throws IOException {
        Bench bench = bench("vllm-omni");
        assertThat(bench.post("/videos", CAT).status(), is(422));
        assertThat(seconds(bench, form("prompt", "A cat")), is("0.042"));
        assertThat(seconds(bench, form("prompt", "A cat", "num_frames", "48", "fps", "24")), is("2"));
        assertThat(seconds(bench, form("prompt", "A cat", "seconds", "3", "seed", "7")), is("3"));
    }

    @Test
    void vllmOmniPutsAFailedJobBehindAnHttpError() throws IOException {
        Bench bench = bench("vllm-omni");
        String id = bench.client
                .post("/videos", form("prompt", "It breaks"))
                .json()
                .get("id")
                .textValue();
        bench.finish();
        ApiClient.Answer poll = bench.client.get("/videos/" + id);
        assertThat(poll.status(), is(500));
        assertThat(poll.json().get("status").textValue(), is("failed"));
        assertThat(poll.json().at("/error/code").intValue(), is(500));
        assertThat(bench.client.get("/videos/" + id + "/content").status(), is(422));
    }

    @Test
    void vllmOmniCancelsBeforeItDeletes() throws IOException {
        Bench bench = bench("vllm-omni");
        String id = bench.client
                .post("/videos", form("prompt", "A cat"))
                .json()
                .get("id")
                .textValue();
        assertThat(bench.client.delete("/videos/" + id).status(), is(409));
        assertThat(bench.client.delete("/videos/" + id).status(), is(409));
        bench.clock.turn(Duration.ofSeconds(2));
        assertThat(bench.client.delete("/videos/" + id).json().get("deleted").booleanValue(), is(true));
        assertThat(bench.client.get("/videos/" + id).status(), is(404));
    }

    @Test
    void sglangKeepsVideosElsewhere() throws IOException {
        Bench bench = bench("sglang");
        assertThat(bench.client.post("/videos", form("prompt", "A cat")).status(), is(400));
        String id = created(bench);
        bench.finish();
        String path = "/videos/" + id + "/content";
        assertThat(bench.client.get(path).status(), is(400));
        assertThat(bench.client.get(path + "?variant=video").status(), is(404));
        String url = bench.retrieve(id).get("url").textValue();
        assertThat(url, startsWith("https://signed-files.videos.invalid/"));
        assertThat(new String(bench.client.follow(url).body(), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        JsonNode list = bench.client.get("/videos").json();
        assertThat(list.has("has_more") || list.has("last_id"), is(false));
        assertThat(bench.client.delete("/videos/" + id).json().get("status").textValue(), is("deleted"));
    }

    @Test
    void sglangTellsWhatIsWrongAsTextOrAsAList() throws IOException {
        Bench bench = bench("sglang");
        assertThat(bench.client.get("/videos/none").json().get("detail").isTextual(), is(true));
        ApiClient.Answer invalid = bench.post("/videos", "{'prompt':'A','seconds':'1.5'}");
        assertThat(invalid.status(), is(422));
        assertThat(invalid.json().at("/detail/0/loc/1").textValue(), is("seconds"));
    }

    @Test
    void trtllmKnowsItsFieldsAndNoOthers() throws IOException {
        Bench bench = bench("trtllm");
        ApiClient.Answer unknown = bench.post("/videos", "{'prompt':'A','seconds':'4'}");
        assertThat(unknown.status(), is(422));
        assertThat(unknown.json().get("error").isTextual(), is(true));
        ApiClient.Answer known = bench.post("/videos", "{'prompt':'A','duration':3}");
        assertThat(known.status(), is(202));
        String path = "/videos/" + known.json().get("id").textValue();
        assertThat(bench.client.get(path + "/content").status(), is(400));
        bench.finish();
        String text = bench.client.get(path + "/content").json().get("b64_json").textValue();
        assertThat(new String(Base64.getDecoder().decode(text), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        assertThat(bench.client.delete(path).json().toString(), is("{\"deleted\":true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sglang", "trtllm"})
    void someAskForNoKey(String name) throws IOException {
        Bench bench = bench(name, KeyRule.exactly("secret"));
        assertThat(bench.client.get("/videos").status(), is(200));
    }
}
