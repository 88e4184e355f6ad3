package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    private final Bench bench = new Bench();

    @Test
    void aCharacterIsMadeFromAVideoAndCanBeFetched() throws IOException {
        ApiClient.Answer created = create("Whiskers", video());
        assertThat(created.status(), is(200));
        JsonNode character = created.json();
        assertThat(character.get("id").textValue(), matchesPattern("char_[0-9a-f]{48}"));
        assertThat(character.get("name").textValue(), is("Whiskers"));
        JsonNode fetched = bench.client
                .get("/videos/characters/" + character.get("id").textValue())
                .json();
        assertThat(fetched, is(character));
        assertError(bench.client.get("/videos/characters/char_none"), 404, null);
    }

    @Test
    void aNameHasOneTo80Characters() throws IOException {
        assertThat(create("\ud83d\ude00".repeat(80), video()).status(), is(200));
        assertError(create("a".repeat(81), video()), 400, "name");
        assertError(create("", video()), 400, "name");
    }

    @Test
    void everyPartIsNeeded() throws IOException {
        assertError(
                bench.client.post(
                        "/videos/characters",
                        form().addFormDataPart("name", "A").build()),
                400,
                "video");
        assertError(create("A", "no video".getBytes()), 400, "video");
        MultipartBody nameless =
                form().addFormDataPart("video", "a.mp4", file(video())).build();
        assertError(bench.client.post("/videos/characters", nameless), 400, "name");
        assertError(bench.post("/videos/characters", "{'name':'A'}"), 415, null);
    }

    @Test
    void charactersCanAppearInAVideo() throws IOException {
        String first = create("A", video()).json().get("id").textValue();
        String second = create("B", video()).json().get("id").textValue();
        bench.create("{'prompt':'A and B','characters':[{'id':'" + first + "'},{'id':'" + second + "'}]}");
        MultipartBody form = form().addFormDataPart("prompt", "A and B")
                .addFormDataPart("characters[][id]", first)
                .addFormDataPart("characters[][id]", second)
                .build();
        assertThat(bench.client.post("/videos", form).status(), is(200));
        MultipartBody three = form().addFormDataPart("prompt", "A and B")
                .addFormDataPart("characters[][id]", first)
                .addFormDataPart("characters[][id]", second)
                .addFormDataPart("characters[][id]", first)
                .build();
        assertError(bench.client.post("/videos", three), 400, "characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'char_1'", "{'id':'char_1'}", "['char_1']", "[{}]"})
    void charactersAreObjectsInAnArray(String characters) throws IOException {
        assertError(bench.post("/videos", "{'prompt':'A','characters':" + characters + "}"), 400, "characters");
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 404"})
    void aCharacterHasToExist(int count, int status) throws IOException {
        String characters = count == 0 ? "[]" : "[{'id':'char_none'}]";
        assertThat(
                bench.post("/videos", "{'prompt':'A','characters':" + characters + "}")
                        .status(),
                is(status));
    }

    private byte[] video() throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        return bench.client.get("/videos/" + id + "/content").body();
    }

    private ApiClient.Answer create(String name, byte[] video) throws IOException {
        MultipartBody form = form().addFormDataPart("name", name)
                .addFormDataPart("video", "cat.mp4", file(video))
                .build();
        return bench.client.post("/videos/characters", form);
    }

    private static RequestBody file(byte[] bytes) {
        return RequestBody.create(bytes, MediaType.get("video/mp4"));
    }

    private static MultipartBody.Builder form() {
        return new MultipartBody.Builder().setType(MultipartBody.FORM);
    }
}
