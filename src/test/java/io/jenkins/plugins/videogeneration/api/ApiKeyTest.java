package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Serializable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    @Test
    void dropsTheLineEndOfAKeyFile() {
        assertThat(new ApiKey(" sk-123\r\n").reveal(), is("sk-123"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void refusesAnEmptyKey(String value) {
        assertThrows(IllegalArgumentException.class, () -> new ApiKey(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"top secret", "top\r\nsecret", "topsécret", "top\u0000secret", "top\u007fsecret"})
    void refusesWhatNoHeaderCanCarryWithoutRepeatingIt(String value) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new ApiKey(value));

        assertThat(e.getMessage(), not(containsString("cret")));
    }

    @Test
    void blotsItselfOutWhereverItAppears() {
        assertThat(
                new ApiKey("sk-12345").redact("sk-12345 is wrong, 'Bearer sk-12345' too"),
                is("**** is wrong, 'Bearer ****' too"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "fail", "expired"})
    void leavesTheWordsThatANonsensicalKeyIsPartOf(String value) {
        assertThat(new ApiKey(value).redact("failed, expired"), is("failed, expired"));
    }

    @Test
    void cannotBeSerialised() {
        assertThat(new ApiKey("sk-1"), not(instanceOf(Serializable.class)));
    }
}
