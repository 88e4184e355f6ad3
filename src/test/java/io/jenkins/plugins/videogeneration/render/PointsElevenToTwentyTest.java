package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.RemixVideoRequest;
import io.jenkins.plugins.videogeneration.api.ScriptedService;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client has to do to live with every server that speaks the Videos API, in twenty points: what is done again,
 * where things are, and what is not there. Each test is named after its point.
 */
class PointsElevenToTwentyTest {

    private static final CreateVideoRequest CAT = new CreateVideoRequest("A cat", "any-model", "64x48", "4");

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void point11_aCreateIsNotRepeatedAfterAServersError(int status) {
        service.answer(status, "{}");
        VideosException e = assertThrows(
                VideosException.Server.class, () -> service.client().create(CAT).execute());
        assertThat(e.leavesOpenWhetherDone(), is(true));
        assertThat(service.requestCount(), is(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429})
    void point11_aCreateThatWasRefusedForNowIsRepeatedAfterTheTimeAskedFor(int status) throws InterruptedException {
        service.answer(ScriptedService.response(status, "{}")
                .setHeader("Retry-After", "30")
                .build());
        service.answer(200, ScriptedService.QUEUED_JOB);
        service.client().create(CAT).execute();
        assertThat(service.time().delays().get(0).toSeconds(), is(greaterThanOrEqualTo(30L)));
    }

    @Test
    void point13_anIdIsOnePathSegment() throws InterruptedException {
        service.answer(200, ScriptedService.QUEUED_JOB);
        service.client().retrieve("a/../b?c#d %e=").execute();
        assertThat(service.takeRequest().getTarget(), is("/v1/videos/a%2F..%2Fb%3Fc%23d%20%25e="));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"url\":\"URL\"', url",
        "'{\"outputs\":{\"video_url\":\"URL\"}', outputs",
        "'{\"unsigned_urls\":[\"URL\"]', unsigned"
    })
    void point16_theJobSaysWhereElseTheVideoIs(String fields, String name) throws InterruptedException {
        String url = "https://elsewhere.invalid/" + name + "?signature=1";
        service.answer(200, fields.replace("URL", url) + ",\"id\":\"v\",\"status\":\"completed\"}");
        assertThat(service.client().retrieve("v").execute().url(), is(url));
    }

    @Test
    void point17_pagesGoOnByLastIdOrByTheLastItemAndEmptyOnesToo() throws InterruptedException {
        service.answer(200, "{\"data\":[],\"last_id\":\"c1\",\"has_more\":true}");
        service.answer(200, "{\"data\":[{\"id\":\"v1\"},{\"id\":\"v2\"}],\"has_more\":true}");
        service.answer(200, "{\"data\":[{\"id\":\"v3\"}],\"last_id\":\"v3\"}");
        List<Video> all = service.client().listAll(ListQuery.newest(), 50).execute();
        assertThat(all.stream().map(Video::id).toList(), is(List.of("v1", "v2", "v3")));
        assertThat(service.takeRequest().getTarget(), not(containsString("after")));
        assertThat(service.takeRequest().getTarget(), containsString("after=c1"));
        assertThat(service.takeRequest().getTarget(), containsString("after=v2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "405 | {\"detail\":\"Method Not Allowed\"}",
                "404 | {\"detail\":\"Not Found\"}",
                "404 | 404 page not found",
                "404 | {\"error\":{\"message\":\"Invalid URL (POST /v1/videos/v/remix)\"}}",
                "501 | {}"
            },
            quoteCharacter = '`')
    void point18_anOperationThatAServiceLacksIsToldAsThat(int status, String body) {
        service.answer(status, body);
        VideosException e = assertThrows(
                VideosException.Unsupported.class,
                () -> service.client()
                        .remix(new RemixVideoRequest("v", "In red", Map.of()))
                        .execute());
        assertThat(e.advice(), startsWith("This service does not support it"));
    }

    @Test
    void point18_aVideoThatIsMissingIsNotAnOperationThatIsMissing() {
        service.answer(404, "{\"error\":{\"message\":\"No video with this id was found.\"}}");
        assertThrows(
                VideosException.NotFound.class,
                () -> service.client()
                        .remix(new RemixVideoRequest("v", "In red", Map.of()))
                        .execute());
    }

    @Test
    void point19_theFirstByteOfContentMayComeLate() {
        try (HttpClients clients = HttpClients.basedOn(new OkHttpClient())) {
            assertThat(clients.downloads().readTimeoutMillis(), is(greaterThanOrEqualTo(5 * 60_000)));
            assertThat(clients.downloads().callTimeoutMillis(), is(greaterThanOrEqualTo(60 * 60_000)));
            assertThat(clients.reads().readTimeoutMillis(), is(60_000));
        }
    }
}
