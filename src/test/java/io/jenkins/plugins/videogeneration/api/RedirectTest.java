package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads follow redirects; what belongs to the service stays with it. Paid requests follow none. */
@Timeout(60)
class RedirectTest {

    private static final String KEY = ScriptedService.KEY;

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @RegisterExtension
    final ScriptedService elsewhere = new ScriptedService();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void withinTheServiceTheKeyGoesAlong(int status) throws InterruptedException {
        service.answer(redirect(status, "/moved/video_1"));
        service.answer(200, ScriptedService.QUEUED_JOB);

        service.client().retrieve("video_1").execute();

        service.takeRequest();
        RecordedRequest followed = service.takeRequest();
        assertThat(followed.getTarget(), is("/moved/video_1"));
        assertThat(followed.getHeaders().get("Authorization"), is("Bearer " + KEY));
    }

    @Test
    void toAnotherPortGoesNothingThatBelongsToTheService() throws Exception {
        Endpoint endpoint = new Endpoint(
                service.baseUrl(),
                new Authentication.Header("api-key", new ApiKey(KEY)),
                Map.of("Authorization", "Basic c2VjcmV0", "X-Tenant", "secret tenant", "Cookie", "session=secret"),
                Map.of("api-version", "secret version"),
                CreateEncoding.AUTO);
        service.answer(redirect(302, elsewhere.baseUrl() + "/signed?sig=1"));
        elsewhere.answer(ScriptedService.response(200, "bytes")
                .setHeader("Content-Type", "video/mp4")
                .build());
        Path file = directory.resolve("video");

        service.client(endpoint)
                .downloadContent("video_1", ContentVariant.VIDEO, file)
                .execute();

        RecordedRequest followed = elsewhere.takeRequest();
        List<String> names = new ArrayList<>(followed.getHeaders().names());
        assertThat(names, contains("Accept", "Accept-Encoding", "Connection", "Host", "User-Agent"));
        assertThat(followed.getHeaders().toString(), not(containsString("secret")));
        assertThat(followed.getTarget(), is("/v1/signed?sig=1"));
        assertThat(Files.readString(file), is("bytes"));
    }

    @Test
    void toAUrlElsewhereThatAnAnswerNamesGoesNoKeyEither() throws Exception {
        elsewhere.answer(ScriptedService.response(200, "bytes")
                .setHeader("Content-Type", "video/mp4")
                .build());
        service.answer(ScriptedService.response(200, "bytes")
                .setHeader("Content-Type", "video/mp4")
                .build());

        service.client()
                .downloadFrom(elsewhere.baseUrl() + "/signed?sig=1", directory.resolve("a"))
                .execute();
        service.client()
                .downloadFrom("/files/video_1.mp4", directory.resolve("b"))
                .execute();

        List<String> names =
                new ArrayList<>(elsewhere.takeRequest().getHeaders().names());
        assertThat(names, contains("Accept", "Accept-Encoding", "Connection", "Host", "User-Agent"));
        RecordedRequest own = service.takeRequest();
        assertThat(own.getTarget(), is("/files/video_1.mp4"));
        assertThat(own.getHeaders().get("Authorization"), is("Bearer " + KEY));
    }

    @Test
    void theWayToAUrlElsewhereIsNotTold() {
        elsewhere.answer(ScriptedService.response(404, "").build());
        ApiCall<DownloadedContent> download =
                service.client().downloadFrom(elsewhere.baseUrl() + "/token-4711/video.mp4", directory.resolve("a"));

        VideosException failure = assertThrows(VideosException.NotFound.class, download::execute);
        assertThat(failure.getMessage(), startsWith("GET (an address elsewhere): HTTP 404"));
        assertThat(failure.text().in(Locale.GERMAN), startsWith("GET (eine Adresse anderswo): HTTP 404"));
    }

    @Test
    void theKeyDoesNotComeBackAfterADetour() throws InterruptedException {
        service.answer(redirect(302, elsewhere.baseUrl() + "/detour"));
        elsewhere.answer(redirect(302, service.baseUrl() + "/back"));
        service.answer(200, ScriptedService.QUEUED_JOB);

        service.client().retrieve("video_1").execute();

        assertThat(service.takeRequest().getHeaders().get("Authorization"), is("Bearer " + KEY));
        assertThat(service.takeRequest().getHeaders().get("Authorization"), is(nullValue()));
    }

    @Test
    void aLoopEnds() {
        for (int i = 0; i < 100; i++) {
            service.answer(redirect(302, "/v1/videos/a"));
        }

        VideosException e = assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().retrieve("a").execute());

        assertThat(service.requestCount(), is(1 + RedirectRule.MAX_REDIRECTS));
        assertThat(e.failure().message(), is("the service redirects to another address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/a", "file:///etc/passwd", "http://", "gopher:a"})
    void whatIsNoHttpAddressIsNotFollowed(String location) {
        service.answer(redirect(302, location));

        VideosException e = assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().retrieve("a").execute());

        assertThat(e.getMessage(), not(containsString(location)));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aDeleteIsNotFollowed() {
        service.answer(redirect(307, "/v1/videos/b"));

        assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().delete("a").execute());

        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aFailureBehindARedirectNamesWhatWasAskedFirst() {
        service.answer(redirect(302, elsewhere.baseUrl() + "/signed-secret"));
        elsewhere.answer(404, "{}");

        VideosException e = assertThrows(
                VideosException.NotFound.class,
                () -> service.client().retrieve("a").execute());

        assertThat(e.failure().path(), is("/v1/videos/a"));
        assertThat(e.getMessage(), not(containsString("signed-secret")));
    }

    private static MockResponse redirect(int status, String location) {
        return ScriptedService.response(status, "")
                .setHeader("Location", location)
                .build();
    }
}
