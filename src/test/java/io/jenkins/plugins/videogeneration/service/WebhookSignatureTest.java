package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_1";
    private static final String SENT = "1793534400";
    private static final byte[] BODY = "{\"type\":\"video.completed\"}".getBytes(StandardCharsets.UTF_8);
    /** Made with openssl. */
    private static final String RIGHT = "v1,CSv5c84OX2ImuiZTlE3eKzM1NNynb8nvUjfJ5J8FRQY=";

    private static final Instant NOW = Instant.ofEpochSecond(Long.parseLong(SENT));

    private final WebhookSignature signature = new WebhookSignature(SECRET);

    @ParameterizedTest
    @ValueSource(strings = {RIGHT, "v1,AAAA " + RIGHT, RIGHT + " v1a,AAAA"})
    void aSignatureOfTheServiceIsKnown(String signatures) {
        assertThat(signature.isOf(ID, SENT, signatures, BODY, NOW), is(true));
    }

    @ParameterizedTest
    @CsvSource({
        "msg_2, 1793534400, '" + RIGHT + "'",
        "msg_1, 1793534401, '" + RIGHT + "'",
        "msg_1, 1793534400, v1AAAA",
        "msg_1, 1793534400, ''",
        "msg_1, yesterday, '" + RIGHT + "'",
        "msg_1, 99999999999999999, '" + RIGHT + "'",
        "msg_1, , '" + RIGHT + "'",
        ", 1793534400, '" + RIGHT + "'",
        "msg_1, 1793534400, "
    })
    void anythingElseIsRefused(String id, String timestamp, String signatures) {
        String given = signatures == null ? null : signatures.replace("v1AAAA", "v1,AAAA");
        assertThat(signature.isOf(id, timestamp, given, BODY, NOW), is(false));
    }

    @Test
    void anotherBodyIsRefused() {
        assertThat(signature.isOf(ID, SENT, RIGHT, "{}".getBytes(StandardCharsets.UTF_8), NOW), is(false));
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "300, true", "301, false"})
    void aRecordingIsOfNoUseAfterFiveMinutes(long seconds, boolean fresh) {
        assertThat(signature.isOf(ID, SENT, RIGHT, BODY, NOW.plusSeconds(seconds)), is(fresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_not base64!"})
    void aSecretThatIsNoneIsNamedButNotQuoted(String secret) {
        String message = assertThrows(IllegalArgumentException.class, () -> new WebhookSignature(secret))
                .getMessage();
        assertThat(message, containsString("webhook secret"));
        assertThat(message, not(containsString("not base64!")));
    }
}
