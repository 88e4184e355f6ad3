package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Remix, extend and edit. */
class StartingFromAVideoTest {

    private static final String SOURCE = "{'prompt':'A cat','model':'sora-2-pro','size':'1280x720','seconds':'8'}";

    private final Bench bench = new Bench();

    @Test
    void aRemixIsTheVideoAgainWithAnotherPrompt() throws IOException {
        String id = bench.completed(SOURCE);
        JsonNode remix =
                bench.post("/videos/" + id + "/remix", "{'prompt':'A dog'}").json();
        assertVideo(remix, "A dog", "8");
        assertThat(remix.get("remixed_from_video_id").textValue(), is(id));
        assertThat(remix.get("status").textValue(), is("queued"));
    }

    @Test
    void aRemixCanBeAskedForWithAForm() throws IOException {
        String id = bench.completed(SOURCE);
        ApiClient.Answer answer = bench.client.post(
                "/videos/" + id + "/remix",
                form().addFormDataPart("prompt", "A dog").build());
        assertThat(answer.json().get("remixed_from_video_id").textValue(), is(id));
    }

    @Test
    void anExtensionIsTheWhole() throws IOException {
        String id = bench.completed(SOURCE);
        JsonNode longer = bench.post("/videos/extensions", extension(id, "12")).json();
        assertVideo(longer, "And on", "20");
    }

    @Test
    void anEditKeepsSizeAndLength() throws IOException {
        String id = bench.completed(SOURCE);
        assertVideo(bench.post("/videos/edits", edit(id)).json(), "In blue", "8");
    }

    @Test
    void theBracketedNamesOfTheSdksAreUnderstood() throws IOException {
        String id = bench.completed(SOURCE);
        MultipartBody form = form().addFormDataPart("video[id]", id)
                .addFormDataPart("prompt", "And on")
                .addFormDataPart("seconds", "4")
                .build();
        assertVideo(bench.client.post("/videos/extensions", form).json(), "And on", "12");
    }

    @ParameterizedTest
    @CsvSource({"/videos/extensions, 12", "/videos/edits, 8"})
    void anUploadedVideoWillDo(String path, String seconds) throws IOException {
        String id = bench.completed(SOURCE);
        byte[] bytes = bench.client.get("/videos/" + id + "/content").body();
        MultipartBody form = form().addFormDataPart(
                        "video", "cat.mp4", RequestBody.create(bytes, MediaType.get("video/mp4")))
                .addFormDataPart("prompt", "And on")
                .addFormDataPart("seconds", "4")
                .build();
        JsonNode video = bench.client.post(path, form).json();
        assertThat(video.get("size").textValue(), is("1280x720"));
        assertThat(video.get("seconds").textValue(), is(seconds));
        assertThat(video.get("model").textValue(), is("sora-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/videos/extensions", "/videos/edits"})
    void aFileThatIsNoVideoIsRefused(String path) throws IOException {
        MultipartBody form = form().addFormDataPart(
                        "video", "cat.mp4", RequestBody.create("no video".getBytes(), MediaType.get("video/mp4")))
                .addFormDataPart("prompt", "And on")
                .addFormDataPart("seconds", "4")
                .build();
        assertError(bench.client.post(path, form), 400, "video");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'prompt':'A','seconds':'4'}                         | 400 | video",
                "{'prompt':'A','seconds':'4','video':'video_none'}    | 400 | video",
                "{'prompt':'A','seconds':'4','video':{}}              | 400 | video",
                "{'prompt':'A','seconds':'4','video':{'id':'none'}}   | 404 |",
                "{'seconds':'4','video':{'id':'none'}}                | 400 | prompt",
                "{'prompt':'A','video':{'id':'none'}}                 | 400 | seconds",
                "{'prompt':'A','seconds':'5','video':{'id':'none'}}   | 400 | seconds",
            })
    void anExtensionNeedsAllOfVideoPromptAndSeconds(String json, int status, String param) throws IOException {
        assertError(bench.post("/videos/extensions", json), status, param);
    }

    @Test
    void onlyACompletedVideoCanBeStartedFrom() throws IOException {
        String id = bench.create(SOURCE);
        assertError(bench.post("/videos/" + id + "/remix", "{'prompt':'A dog'}"), 400, "video");
        assertError(bench.post("/videos/extensions", extension(id, "4")), 400, "video");
        assertError(bench.post("/videos/edits", edit(id)), 400, "video");
        assertError(bench.post("/videos/none/remix", "{'prompt':'A dog'}"), 404, null);
        assertError(bench.post("/videos/edits", edit("none")), 404, null);
        assertError(bench.post("/videos/" + id + "/remix", "{}"), 400, "prompt");
    }

    @Test
    void aVideoCanBeExtendedSixTimes() throws IOException {
        String id = bench.completed(SOURCE);
        for (int i = 0; i < 6; i++) {
            id = bench.create("/videos/extensions", extension(id, "4"));
            bench.finish();
        }
        assertThat(bench.retrieve(id).get("seconds").textValue(), is("32"));
        assertError(bench.post("/videos/extensions", extension(id, "4")), 400, "video");
    }

    @Test
    void aVideoCannotBecomeLongerThanTwoMinutes() throws IOException {
        String id = bench.completed("{'prompt':'A cat','seconds':'20'}");
        for (int i = 0; i < 5; i++) {
            id = bench.create("/videos/extensions", extension(id, "20"));
            bench.finish();
        }
        assertThat(bench.retrieve(id).get("seconds").textValue(), is("120"));
        assertError(bench.post("/videos/extensions", extension(id, "4")), 400, "seconds");
    }

    private static void assertVideo(JsonNode video, String prompt, String seconds) {
        assertThat(video.toString(), video.get("prompt").textValue(), is(prompt));
        assertThat(video.get("model").textValue(), is("sora-2-pro"));
        assertThat(video.get("size").textValue(), is("1280x720"));
        assertThat(video.get("seconds").textValue(), is(seconds));
    }

    private static MultipartBody.Builder form() {
        return new MultipartBody.Builder().setType(MultipartBody.FORM);
    }

    private static String extension(String id, String seconds) {
        return "{'prompt':'And on','seconds':'" + seconds + "','video':{'id':'" + id + "'}}";
    }

    private static String edit(String id) {
        return "{'prompt':'In blue','video':{'id':'" + id + "'}}";
    }
}
