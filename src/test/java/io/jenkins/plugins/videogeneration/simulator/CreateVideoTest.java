package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateVideoTest {

    private final Bench bench = new Bench();

    @Test
    void whatIsLeftOutHasDefaults() throws IOException {
        JsonNode video =
                bench.post("/videos", "{'prompt':'A cat','model':null}").json();
        assertThat(video.get("model").textValue(), is("sora-2"));
        assertThat(video.get("size").textValue(), is("720x1280"));
        assertThat(video.get("seconds").textValue(), is("4"));
    }

    @Test
    void aFormSaysTheSameAsJson() throws IOException {
        MultipartBody form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", "Eine Katze \u2014 \u732b")
                .addFormDataPart("model", "sora-2-pro")
                .addFormDataPart("size", "1792x1024")
                .addFormDataPart("seconds", "12")
                .build();
        JsonNode video = bench.client.post("/videos", form).json();
        assertThat(video.get("prompt").textValue(), is("Eine Katze \u2014 \u732b"));
        assertThat(video.get("model").textValue(), is("sora-2-pro"));
        assertThat(video.get("size").textValue(), is("1792x1024"));
        assertThat(video.get("seconds").textValue(), is("12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "8", "12", "16", "20"})
    void secondsMayBeAStringOrANumber(String seconds) throws IOException {
        assertThat(seconds(bench.post("/videos", "{'prompt':'A cat','seconds':'" + seconds + "'}")), is(seconds));
        assertThat(seconds(bench.post("/videos", "{'prompt':'A cat','seconds':" + seconds + "}")), is(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"720x1280", "1280x720", "1024x1792", "1792x1024", "1920x1080", "1080x1920"})
    void theSizesOfTheReferenceAreAccepted(String size) throws IOException {
        JsonNode video = bench.post("/videos", "{'prompt':'A cat','size':'" + size + "'}")
                .json();
        assertThat(video.get("size").textValue(), is(size));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                        | prompt",
                "{'prompt':null}                           | prompt",
                "{'prompt':''}                             | prompt",
                "{'prompt':5}                              | prompt",
                "{'prompt':['A cat']}                      | prompt",
                "{'prompt':'A cat','model':''}             | model",
                "{'prompt':'A cat','model':' '}            | model",
                "{'prompt':'A cat','model':{}}             | model",
                "{'prompt':'A cat','size':'640x480'}       | size",
                "{'prompt':'A cat','size':'1280 x 720'}    | size",
                "{'prompt':'A cat','size':'99999999x1'}    | size",
                "{'prompt':'A cat','size':1280}            | size",
                "{'prompt':'A cat','seconds':'5'}          | seconds",
                "{'prompt':'A cat','seconds':0}            | seconds",
                "{'prompt':'A cat','seconds':-4}           | seconds",
                "{'prompt':'A cat','seconds':4.5}          | seconds",
                "{'prompt':'A cat','seconds':1e999999999}  | seconds",
                "{'prompt':'A cat','seconds':'four'}       | seconds",
                "{'prompt':'A cat','seconds':true}         | seconds",
            })
    void aFieldThatIsNotAsItShouldBeIsNamed(String json, String param) throws IOException {
        assertError(bench.post("/videos", json), 400, param);
        assertThat(bench.client.get("/videos").json().get("data").size(), is(0));
    }

    @Test
    void aPromptHasAtMost32000Characters() throws IOException {
        String longest = "\ud83d\ude00".repeat(32_000);
        assertThat(post(longest).status(), is(200));
        assertError(post(longest + "!"), 400, "prompt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'prompt':'A cat'", "[]", "'A cat'", "{'prompt':'A cat'} extra", "nonsense"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) throws IOException {
        assertError(bench.post("/videos", body), 400, null);
    }

    @Test
    void deeplyNestedJsonIsRefused() throws IOException {
        assertError(bench.post("/videos", "{'prompt':" + "[".repeat(100_000)), 400, null);
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        byte[] bytes = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
        assertError(
                bench.client.post("/videos", RequestBody.create(bytes, MediaType.get("application/json"))), 400, null);
    }

    @Test
    void otherContentTypesAreRefused() throws IOException {
        assertError(
                bench.client.post(
                        "/videos", new FormBody.Builder().add("prompt", "A cat").build()),
                415,
                null);
        assertError(bench.client.post("/videos", RequestBody.create(new byte[0], null)), 415, null);
    }

    @Test
    void unknownFieldsAreIgnored() throws IOException {
        assertThat(
                bench.post("/videos", "{'prompt':'A cat','seed':7,'extra':{'a':[1]}}")
                        .status(),
                is(200));
    }

    private ApiClient.Answer post(String prompt) throws IOException {
        return bench.client.postJson(
                "/videos", Bench.object().put("prompt", prompt).toString());
    }

    private static String seconds(ApiClient.Answer answer) throws IOException {
        return answer.json().get("seconds").textValue();
    }
}
