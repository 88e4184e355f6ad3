package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import okhttp3.Headers;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    private final ApiKey key = new ApiKey("sk-123");

    @Test
    void noneSendsNothing() {
        assertThat(headersOf(new Authentication.None()).size(), is(0));
    }

    @Test
    void bearerSendsTheStandardHeader() {
        assertThat(headersOf(new Authentication.Bearer(key)), is(Headers.of("Authorization", "Bearer sk-123")));
    }

    @Test
    void aNamedHeaderSendsTheBareKeyAndNoAuthorization() {
        Headers headers = headersOf(new Authentication.Header("api-key", key));

        assertThat(headers.get("api-key"), is("sk-123"));
        assertThat(headers.get("Authorization"), is(nullValue()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "api key", "api-key:", "clé", "api-key\r\nX-Other"})
    void aNamedHeaderNeedsANameThatHttpCanCarry(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Authentication.Header(name, key));
    }

    @Test
    void aKeyIsNeverMissing() {
        assertThrows(NullPointerException.class, () -> new Authentication.Bearer(null));
        assertThrows(NullPointerException.class, () -> new Authentication.Header("api-key", null));
    }

    private static Headers headersOf(Authentication authentication) {
        Request.Builder request = new Request.Builder().url("https://example.com/");
        authentication.applyTo(request);
        return request.build().headers();
    }
}
