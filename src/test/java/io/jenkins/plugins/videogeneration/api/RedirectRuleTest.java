package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases for which a test would need TLS, and the origin rule in full. */
class RedirectRuleTest {

    private static final String ASKED = "https://videos.example.com/v1/videos/a";

    private final RedirectRule rule =
            new RedirectRule(Endpoint.of("https://videos.example.com/v1", new Authentication.None()));

    @ParameterizedTest
    @CsvSource({
        "https://videos.example.com/other, true",
        "https://videos.example.com:443/other, true",
        "//videos.example.com/other, true",
        "b, true",
        "https://videos.example.com:8443/other, false",
        "https://example.com/other, false",
        "https://cdn.videos.example.com/other, false",
        "//cdn.example.com/other, false",
    })
    void theKeyStaysWithSchemeHostAndPort(String location, boolean keyGoesAlong) {
        Request next = next(get(), 302, location, 0).orElseThrow();

        assertThat(next.header("api-key") != null, is(keyGoesAlong));
        assertThat(next.header("Accept"), is("*/*"));
    }

    @Test
    void anAddressElsewhereIsAskedNotToCompressEither() {
        Request asked = get().newBuilder().header("Accept-Encoding", "identity").build();
        Request next = next(asked, 302, "https://cdn.example.com/signed", 0).orElseThrow();

        assertThat(next.header("Accept-Encoding"), is("identity"));
    }

    @ParameterizedTest
    @CsvSource({"http://videos.example.com/v1/videos/a", "http://localhost/", "http://videos.example.com:443/"})
    void encryptionIsNeverGivenUp(String location) {
        assertThat(next(get(), 302, location, 0), is(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"200", "304", "404", "500"})
    void onlyARedirectIsFollowed(int status) {
        assertThat(next(get(), status, "/other", 0), is(Optional.empty()));
    }

    @Test
    void theNumberIsLimited() {
        assertThat(next(get(), 302, "/other", RedirectRule.MAX_REDIRECTS - 1).isPresent(), is(true));
        assertThat(next(get(), 302, "/other", RedirectRule.MAX_REDIRECTS), is(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"POST", "DELETE", "PUT"})
    void onlyReadsAreFollowed(String method) {
        Request request = get().newBuilder()
                .method(method, RequestBody.create(new byte[0]))
                .build();

        assertThat(next(request, 307, "/other", 0), is(Optional.empty()));
    }

    private Optional<Request> next(Request request, int status, String location, int redirectsSoFar) {
        Response response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .header("Location", location)
                .build();
        return rule.next(request, response, redirectsSoFar);
    }

    private static Request get() {
        return new Request.Builder()
                .url(ASKED)
                .header("api-key", "secret")
                .header("Accept", "*/*")
                .build();
    }
}
