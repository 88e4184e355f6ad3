package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    @Test
    void anyKeyWillDoUnlessOneIsRequired() throws IOException {
        Bench bench = new Bench();
        assertThat(list(bench, "Bearer whatever").status(), is(200));
        assertThat(list(bench, "bearer whatever").status(), is(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic dXNlcjprZXk=", "whatever"})
    void withoutAKeyNobodyIsLetIn(String header) throws IOException {
        assertError(list(new Bench(), header), 401, null);
    }

    @Test
    void aRequiredKeyIsTheOnlyOne() throws IOException {
        Bench bench = new Bench(SimulatorSettings.defaults().withKeys(KeyRule.exactly("right")));
        assertThat(list(bench, "Bearer right").status(), is(200));
        ApiClient.Answer refused = list(bench, "Bearer wrong-key");
        assertError(refused, 401, null);
        assertThat(refused.json().at("/error/code").textValue(), is("invalid_api_key"));
        assertThat(new String(refused.body(), StandardCharsets.UTF_8), not(containsString("wrong-key")));
    }

    @Test
    void everybodyIsLetInWhereNoKeyIsNeeded() throws IOException {
        Bench bench = new Bench(SimulatorSettings.defaults().withKeys(KeyRule.none()));
        assertThat(list(bench, "").status(), is(200));
    }

    @Test
    void aPathThatDoesNotExistIsNotToldToStrangers() throws IOException {
        Bench bench = new Bench();
        assertError(bench.client.send(bench.client.request("/nothing").removeHeader("Authorization")), 401, null);
    }

    @Test
    void aRuleDoesNotGiveItsKeyAway() {
        assertThat(KeyRule.exactly("secret").toString(), not(containsString("secret")));
        assertThat(
                SimulatorSettings.defaults().withKeys(KeyRule.exactly("secret")).toString(),
                not(containsString("secret")));
        assertThrows(IllegalArgumentException.class, () -> KeyRule.exactly(" "));
    }

    private static ApiClient.Answer list(Bench bench, String header) throws IOException {
        return bench.client.send(bench.client.request("/videos").header("Authorization", header));
    }
}
