package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that an administrator has written into the settings is not told to anybody either. */
class SecretsTest {

    private static final Endpoint ENDPOINT = new Endpoint(
            Endpoint.parseBaseUrl("https://videos.example.com/v1?api-version=preview&key=in-the-address"),
            new Authentication.Bearer(new ApiKey("sk-of-the-credential")),
            Map.of("Authorization", "Bearer in-a-header", "OpenAI-Project", "project-1"),
            Map.of("access_token", "in-the-query", "sig", "x"),
            CreateEncoding.AUTO);

    @Test
    void eachIsBlottedOutAndNothingElse() {
        assertThat(
                Secrets.of(ENDPOINT)
                        .redact(
                                "sk-of-the-credential, in-the-address, in-a-header, in-the-query, preview, project-1, x"),
                is("****, ****, ****, ****, preview, project-1, x"));
    }

    @Test
    void anEndpointAsTextHasNone() {
        assertThat(ENDPOINT.toString(), is("Endpoint[https://videos.example.com/v1]"));
    }

    @Test
    void aBaseUrlThatIsWrongIsQuotedWithoutItsQuery() {
        for (String wrong : new String[] {"videos.example.com/v1?key=abc", "https://videos.example.com?key=abc#d"}) {
            Exception e = assertThrows(IllegalArgumentException.class, () -> Endpoint.parseBaseUrl(wrong));
            assertThat(e.getMessage(), containsString("videos.example.com"));
            assertThat(e.getMessage(), not(containsString("abc")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "Api-Key",
                "apikey",
                "x-functions-key",
                "Ocp-Apim-Subscription-Key",
                "Authorization",
                "Proxy-Authorization",
                "X-Auth",
                "access_token",
                "client_secret",
                "sig",
                "X-Amz-Signature",
                "code",
                "Cookie"
            })
    void namesOfKeysAreKnown(String name) {
        assertThat(SecretNames.isSecret(name), is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-version", "OpenAI-Organization", "region", "x-country-code", "keyboard", "design"})
    void othersAreNotTakenForThem(String name) {
        assertThat(SecretNames.isSecret(name), is(false));
    }
}
