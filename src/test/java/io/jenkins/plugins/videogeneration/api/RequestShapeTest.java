package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each call puts on the wire. */
class RequestShapeTest {

    private static final CreateVideoRequest FOX =
            new CreateVideoRequest("A \"fox\" 🦊\nin snow", "sora-2", "1280x720", "8");

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "JSON"})
    void createsWithJson(CreateEncoding encoding) throws InterruptedException {
        service.answer(200, ScriptedService.QUEUED_JOB);

        service.client(endpoint(encoding)).create(FOX).execute();

        RecordedRequest request = service.takeRequest();
        assertThat(request.getRequestLine(), startsWith("POST /v1/videos HTTP"));
        assertThat(request.getHeaders().get("Content-Type"), is("application/json"));
        assertThat(
                Json.parse(request.getBody().toByteArray()),
                is(Json.parse(Json.write(Map.of(
                        "prompt", "A \"fox\" 🦊\nin snow", "model", "sora-2", "size", "1280x720", "seconds", "8")))));
    }

    @Test
    void createsWithMultipartWhereTheServiceWantsIt() throws InterruptedException {
        service.answer(200, ScriptedService.QUEUED_JOB);

        service.client(endpoint(CreateEncoding.MULTIPART)).create(FOX).execute();

        RecordedRequest request = service.takeRequest();
        String body = request.getBody().utf8();
        assertThat(request.getHeaders().get("Content-Type"), startsWith("multipart/form-data; boundary="));
        assertThat(part(body, "prompt"), is("A \"fox\" 🦊\nin snow"));
        assertThat(part(body, "model"), is("sora-2"));
        assertThat(part(body, "size"), is("1280x720"));
        assertThat(part(body, "seconds"), is("8"));
        assertThat(body, not(containsString("filename")));
    }

    @Test
    void sendsKeyExtraHeadersAndQueryWithEveryCall() throws InterruptedException {
        Endpoint endpoint = new Endpoint(
                service.baseUrl(),
                new Authentication.Header("api-key", new ApiKey(ScriptedService.KEY)),
                Map.of("OpenAI-Project", "proj_1"),
                Map.of("api-version", "preview"),
                CreateEncoding.AUTO);
        VideosClient client = service.client(endpoint);
        service.answer(200, ScriptedService.QUEUED_JOB);
        service.answer(200, ScriptedService.QUEUED_JOB);
        service.answer(200, "{\"data\":[]}");
        service.answer(200, "{\"deleted\":true}");
        service.answer(ScriptedService.response(200, "bytes")
                .setHeader("Content-Type", "video/mp4")
                .build());

        client.create(FOX).execute();
        client.retrieve("a").execute();
        client.list(ListQuery.newest()).execute();
        client.delete("a").execute();
        client.downloadContent("a", ContentVariant.VIDEO, directory.resolve("a"))
                .execute();

        for (int call = 0; call < 5; call++) {
            RecordedRequest request = service.takeRequest();
            assertThat(request.getHeaders().get("api-key"), is(ScriptedService.KEY));
            assertThat(request.getHeaders().get("Authorization"), is(nullValue()));
            assertThat(request.getHeaders().get("OpenAI-Project"), is("proj_1"));
            assertThat(request.getUrl().queryParameter("api-version"), is("preview"));
        }
    }

    @Test
    void retrievesByAnIdThatIsPaddedBase64OrHasASlash() throws InterruptedException {
        service.answer(200, ScriptedService.QUEUED_JOB);

        service.client().retrieve("dmlkZW86/YXp1cmU==").execute();

        assertThat(service.takeRequest().getTarget(), is("/v1/videos/dmlkZW86%2FYXp1cmU=="));
    }

    @Test
    void listsWithCursorLimitAndOrder() throws InterruptedException {
        service.answer(200, "{\"data\":[]}");

        service.client().list(new ListQuery("a=&b", 7, ListQuery.Order.ASC)).execute();

        RecordedRequest request = service.takeRequest();
        assertThat(request.getMethod(), is("GET"));
        assertThat(request.getTarget(), is("/v1/videos?after=a%3D%26b&limit=7&order=asc"));
    }

    @Test
    void listsWithoutParametersThatWereNotAskedFor() throws InterruptedException {
        service.answer(200, "{\"data\":[]}");

        service.client().list(new ListQuery(null, null, null)).execute();

        assertThat(service.takeRequest().getTarget(), is("/v1/videos"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void doesNotAskForPagesThatNoServiceHas(int limit) {
        assertThrows(IllegalArgumentException.class, () -> new ListQuery(null, limit, null));
    }

    @Test
    void deletesById() throws InterruptedException {
        service.answer(200, "{\"deleted\":true}");

        service.client().delete("video_1").execute();

        assertThat(service.takeRequest().getRequestLine(), startsWith("DELETE /v1/videos/video_1 HTTP"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ".", ".."})
    void refusesAnIdThatWouldAskForSomethingElse(String id) {
        VideosClient client = service.client();

        assertThrows(InvalidRequestException.class, () -> client.retrieve(id));
        assertThrows(InvalidRequestException.class, () -> client.delete(id));
        assertThrows(
                InvalidRequestException.class,
                () -> client.downloadContent(id, ContentVariant.VIDEO, directory.resolve("a")));
        assertThat(service.requestCount(), is(0));
    }

    private Endpoint endpoint(CreateEncoding encoding) {
        return new Endpoint(service.baseUrl(), new Authentication.None(), Map.of(), Map.of(), encoding);
    }

    private static String part(String body, String name) {
        int head = body.indexOf("name=\"" + name + "\"");
        int start = body.indexOf("\r\n\r\n", head) + 4;
        return body.substring(start, body.indexOf("\r\n--", start));
    }
}
