package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateVideoRequestTest {

    @Test
    void hasItsFieldsInAStableOrder() {
        var request = new CreateVideoRequest("A fox", "sora-2", "1280x720", "8");

        assertThat(new ArrayList<>(request.fields().keySet()), is(List.of("prompt", "model", "size", "seconds")));
        assertThat(request.pathSegments(), is(List.of()));
    }

    @Test
    void leavesOutWhatIsNotSaid() {
        assertThat(new CreateVideoRequest("A fox", null, " ", "").fields(), is(Map.of("prompt", "A fox")));
    }

    @Test
    void trimsAllButThePrompt() {
        var request = new CreateVideoRequest(" A fox\n", " sora-2 ", " 1280x720 ", " 8 ");

        assertThat(request, is(new CreateVideoRequest(" A fox\n", "sora-2", "1280x720", "8")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n\t"})
    void refusesAnEmptyPrompt(String prompt) {
        assertRefused("prompt", prompt, null, null);
    }

    @Test
    void countsThePromptInCharactersAsPeopleDo() {
        String longest = "🎬".repeat(RequestRules.MAX_PROMPT_LENGTH);

        assertThat(new CreateVideoRequest(longest, null, null, null).prompt(), is(longest));
        assertRefused("prompt", longest + "x", null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "720",
                "x720",
                "1280x",
                "1280X720",
                "1280 x 720",
                "0x720",
                "-1x720",
                "1280x720x3",
                "999999x1",
                "auto"
            })
    void refusesASizeThatIsNotWidthTimesHeight(String size) {
        assertRefused("size", "A fox", size, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-4", "four", "4s", "1e3", "NaN", "4,5", "4.", ".5", "99999999999"})
    void refusesSecondsThatAreNoPositiveNumber(String seconds) {
        assertRefused("seconds", "A fox", null, seconds);
    }

    @ParameterizedTest
    @CsvSource({"1x1,0.5", "99999x99999,999999", "1792x1024,20"})
    void leavesItToTheServiceWhichSizesAndSecondsItHas(String size, String seconds) {
        var request = new CreateVideoRequest("A fox", "a/model:v2", size, seconds);

        assertThat(request.size(), is(size));
        assertThat(request.seconds(), is(seconds));
    }

    private static void assertRefused(String field, String prompt, String size, String seconds) {
        InvalidRequestException e =
                assertThrows(InvalidRequestException.class, () -> new CreateVideoRequest(prompt, null, size, seconds));
        assertThat(e.field(), is(field));
        assertThat(e.getMessage(), is(field + " " + e.problem()));
    }
}
