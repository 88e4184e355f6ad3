package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoErrorTest {

    @ParameterizedTest
    @CsvSource({
        "moderation_blocked, Refused., Refused. (moderation_blocked)",
        "moderation_blocked, , moderation_blocked",
        ", Refused., Refused.",
        ", , no reason given",
    })
    void readsAsOneText(String code, String message, String text) {
        assertThat(new VideoError(code, message).toString(), is(text));
    }

    @ParameterizedTest
    @CsvSource({
        "moderation_blocked, true",
        "input_moderation, true",
        "content_policy_violation, true",
        "Content_Filter, true",
        "server_error, false",
        ", false"
    })
    void knowsARefusalOfTheContent(String code, boolean moderation) {
        assertThat(new VideoError(code, "moderation is only mentioned").isModeration(), is(moderation));
    }

    @ParameterizedTest
    @CsvSource({
        ", The request was blocked by the moderation system., true",
        "400, The request was blocked by the moderation system., true",
        ", Your prompt was rejected by our safety system., true",
        ", This prompt violates the content policy., true",
        "'', The reference was flagged: usage policy., true",
        ", The moderation system is not available., false",
        ", The request was rejected: too many tasks., false",
        "server_error, The request was blocked by the moderation system., false",
    })
    void takesAServiceWithoutCodesAtItsWords(String code, String message, boolean moderation) {
        assertThat(new VideoError(code, message).isModeration(), is(moderation));
    }
}
