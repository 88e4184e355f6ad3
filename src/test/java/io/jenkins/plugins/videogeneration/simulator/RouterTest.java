package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    private final Router router = new Router(Dialect.reference());

    @ParameterizedTest
    @CsvSource({
        "POST,   /v1/videos,               CREATE",
        "GET,    /v1/videos,               LIST",
        "GET,    /v1/videos?after=x,       LIST",
        "GET,    /v1/videos/x,             RETRIEVE",
        "DELETE, /v1/videos/x,             DELETE",
        "GET,    /v1/videos/x/content,     DOWNLOAD_CONTENT",
        "POST,   /v1/videos/x/remix,       REMIX",
        "POST,   /v1/videos/extensions,    EXTEND",
        "POST,   /v1/videos/edits,         EDIT",
        "POST,   /v1/videos/characters,    CREATE_CHARACTER",
        "GET,    /v1/videos/characters/x,  FETCH_CHARACTER",
    })
    void everyOperationHasItsPath(String method, String path, Operation operation) {
        assertThat(router.find(method, url(path)), is(Optional.of(operation)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/videos", "/v1", "/v1/", "/v1/videos/", "/v1/videos/x/", "/v2/videos", "/v1/videos/x/y/z"})
    void otherPathsAreNoOperations(String path) {
        assertThat(router.find("GET", url(path)), is(Optional.empty()));
    }

    @Test
    void anIdIsOneDecodedSegment() {
        HttpUrl url = url("/v1/videos/a%2Fb%3D/content");
        assertThat(router.find("GET", url), is(Optional.of(Operation.DOWNLOAD_CONTENT)));
        assertThat(router.id(Operation.DOWNLOAD_CONTENT, url), is(Optional.of("a/b=")));
        assertThat(router.id(Operation.LIST, url("/v1/videos")), is(Optional.empty()));
    }

    @Test
    void theWrongMethodAndTheWrongPathAreToldApart() throws IOException {
        ApiClient client = new Bench().client;
        ApiClient.Answer wrongMethod =
                client.send(client.request("/videos").put(RequestBody.create(new byte[0], null)));
        assertError(wrongMethod, 405, null);
        assertThat(wrongMethod.headers().get("allow"), is("GET, POST"));
        assertError(client.delete("/videos"), 405, null);
        assertError(client.get("/video"), 404, null);
        assertError(client.postJson("/videos/x/y", "{}"), 404, null);
    }

    private static HttpUrl url(String path) {
        return HttpUrl.get("http://127.0.0.1" + path);
    }
}
