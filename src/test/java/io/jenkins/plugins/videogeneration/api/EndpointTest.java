package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @Test
    void refusesAHeaderThatHttpCannotCarryWithoutQuotingItsValue() {
        for (Map<String, String> headers : List.of(Map.of("X Team", "secret"), Map.of("X-Team", "secret\u00e9"))) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class,
                    () -> new Endpoint(
                            HttpUrl.get("https://videos.example.com/v1"),
                            new Authentication.None(),
                            headers,
                            Map.of(),
                            CreateEncoding.AUTO));
            assertThat(
                    e.getMessage(),
                    allOf(containsString(headers.keySet().iterator().next()), not(containsString("secret"))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://videos.example.com/v1, https://videos.example.com/v1/videos",
        "https://videos.example.com/v1/, https://videos.example.com/v1/videos",
        "https://videos.example.com/v1//, https://videos.example.com/v1/videos",
        "https://videos.example.com, https://videos.example.com/videos",
        "http://localhost:8080/openai/v1, http://localhost:8080/openai/v1/videos",
        "https://a.example.com/v1?api-version=preview, https://a.example.com/v1/videos?api-version=preview",
        "https://a.example.com/my%20app/v1, https://a.example.com/my%20app/v1/videos",
        "'  https://a.example.com/v1\n', https://a.example.com/v1/videos",
        "http://[::1]:8080/v1, http://[::1]:8080/v1/videos",
    })
    void appendsVideosToTheBaseUrl(String baseUrl, String expected) {
        assertThat(endpoint(baseUrl).videosUrl(List.of()).toString(), is(expected));
    }

    @Test
    void aParameterThatIsTheServicesNameForAFieldIsRefused() {
        Endpoint lengths = new Endpoint(
                Endpoint.parseBaseUrl("https://videos.example.com/v1"),
                new Authentication.None(),
                Map.of(),
                Map.of(),
                CreateEncoding.AUTO,
                Map.of("seconds", "duration"));

        InvalidRequestException e = assertThrows(
                InvalidRequestException.class, () -> lengths.named(Map.of("seconds", "4", "duration", 60)));

        assertThat(
                e.getMessage(),
                is("extra has 'duration', but that is what this service calls 'seconds'. Set 'seconds' instead"));
        assertThat(lengths.named(Map.of("seconds", "4", "seed", 1)), is(Map.of("duration", "4", "seed", 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "video_68d7512d, video_68d7512d",
        "dmlkZW86YXp1cmU=, dmlkZW86YXp1cmU=",
        "a/b, a%2Fb",
        "../secrets, ..%2Fsecrets",
        "a?b#c, a%3Fb%23c",
        "100%25, 100%2525",
        "%2e%2e, %252e%252e",
        "vidéo 1, vid%C3%A9o%201",
        "a\\b, a%5Cb",
        "🎬, %F0%9F%8E%AC",
    })
    void keepsAnIdWithinOnePathSegment(String id, String segment) {
        HttpUrl url = endpoint("https://videos.example.com/v1/").videosUrl(List.of(id, "content"));

        assertThat(url.encodedPath(), is("/v1/videos/" + segment + "/content"));
        assertThat(url.pathSegments(), is(List.of("v1", "videos", id, "content")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "videos.example.com/v1",
                "ftp://example.com/v1",
                "https://",
                "file:///etc/passwd",
                "http://a b/"
            })
    void refusesWhatIsNoHttpUrlAndShowsAnExample(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Endpoint.parseBaseUrl(text));

        assertThat(e.getMessage(), containsString("https://videos.example.com/v1"));
    }

    @Test
    void refusesAMissingBaseUrl() {
        assertThrows(IllegalArgumentException.class, () -> Endpoint.parseBaseUrl(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://anna:hunter2@example.com/v1", "https://:hunter2@example.com/v1"})
    void refusesAPasswordInTheUrlWithoutRepeatingIt(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Endpoint.parseBaseUrl(text));

        assertThat(e.getMessage(), containsString("credential"));
        assertThat(e.getMessage(), not(containsString("hunter2")));
    }

    @Test
    void refusesAFragment() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Endpoint.parseBaseUrl("https://example.com/v1#top"));

        assertThat(e.getMessage(), containsString("fragment"));
    }

    @Test
    void addsItsQueryToTheOneOfTheBaseUrlAndReplacesTheSameName() {
        Endpoint endpoint = new Endpoint(
                Endpoint.parseBaseUrl("https://example.com/v1?tenant=a&api-version=old"),
                new Authentication.None(),
                Map.of(),
                Map.of("api-version", "2025 & later"),
                CreateEncoding.AUTO);

        HttpUrl url = endpoint.videosUrl(List.of("id"));

        assertThat(url.queryParameterNames(), is(java.util.Set.of("tenant", "api-version")));
        assertThat(url.queryParameterValues("api-version"), is(List.of("2025 & later")));
        assertThat(url.encodedPath(), is("/v1/videos/id"));
    }

    @Test
    void isNotChangedByLaterChangesOfTheMapsItWasMadeOf() {
        Map<String, String> extras = new HashMap<>(Map.of("a", "1"));
        Endpoint endpoint = new Endpoint(
                Endpoint.parseBaseUrl("https://example.com/v1"),
                new Authentication.None(),
                extras,
                extras,
                CreateEncoding.AUTO);

        extras.put("b", "2");

        assertThat(endpoint.headers(), is(Map.of("a", "1")));
        assertThat(endpoint.query(), is(Map.of("a", "1")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://videos.example.com/elsewhere?x=y, true",
        "https://videos.example.com:443/, true",
        "https://VIDEOS.example.com/, true",
        "https://videos.example.com:8443/v1, false",
        "http://videos.example.com/v1, false",
        "http://videos.example.com:443/v1, false",
        "https://example.com/v1, false",
        "https://evil.videos.example.com/v1, false",
        "https://videos.example.com.evil.org/v1, false",
    })
    void knowsItsOriginBySchemeHostAndPort(String other, boolean same) {
        assertThat(endpoint("https://videos.example.com/v1").isSameOrigin(HttpUrl.get(other)), is(same));
    }

    private static Endpoint endpoint(String baseUrl) {
        return Endpoint.of(baseUrl, new Authentication.None());
    }
}
