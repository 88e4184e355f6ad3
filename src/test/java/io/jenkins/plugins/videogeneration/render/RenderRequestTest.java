package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.InputReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderRequestTest {

    private static final RenderRequest CAT = RenderRequest.of("studio", Studio.CAT);

    static Stream<RenderRequest> others() {
        return Stream.of(
                new RenderRequest("elsewhere", CAT.path(), CAT.fields()),
                new RenderRequest("studio", List.of("extensions"), CAT.fields()),
                new RenderRequest("studio", List.of("video_1", "remix"), CAT.fields()),
                with("prompt", "A cat on a skateboard."),
                with("prompt", "a cat on a skateboard"),
                with("model", "sora-2-pro"),
                with("size", "1280x720"),
                with("seconds", "8"),
                with("seed", "1"),
                with("model", null));
    }

    @Test
    void theFingerprintStaysTheSameFromVersionToVersion() {
        // builds look for what earlier ones rendered: a change of this value makes them pay again
        assertThat(CAT.fingerprint(), is("51f31904113aa762072daa8f7ddad1b4bd336bc199f6a8edd7b6b99f7fb72f2c"));
    }

    @Test
    void theOrderOfTheFieldsDoesNotMatter() {
        Map<String, Object> reversed = new LinkedHashMap<>();
        List<String> names = List.copyOf(CAT.fields().keySet());
        for (int i = names.size() - 1; i >= 0; i--) {
            reversed.put(names.get(i), CAT.fields().get(names.get(i)));
        }
        assertThat(new RenderRequest("studio", List.of(), reversed).fingerprint(), is(CAT.fingerprint()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void eachDifferenceGivesAnotherFingerprint(RenderRequest other) {
        assertThat(other.fingerprint(), is(not(CAT.fingerprint())));
    }

    @Test
    void theDifferencesDifferFromEachOther() {
        assertThat(others().map(RenderRequest::fingerprint).distinct().count(), is(others().count()));
    }

    @Test
    void writesDownNoSecretAndNoMegabytes() {
        String data = "data:image/png;base64," + "A".repeat(10_000);
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("mask", "https://user:secret@example.com/mask.png?sig=secret");
        extra.put("frames", List.of(data, Map.of("url", data)));
        extra.put("homepage", "https://example.com/about");
        CreateVideoRequest request = new CreateVideoRequest(
                "https://example.com?a=b",
                null,
                null,
                null,
                new InputReference.OfUrl("https://user:secret@example.com/a.png"),
                List.of(),
                extra);

        RenderRequest written = RenderRequest.of("studio", request);

        String text = written.fields().toString();
        assertThat(text, not(containsString("secret")));
        assertThat(text, containsString("https://example.com/mask.png?sha256="));
        assertThat(text.length(), is(lessThan(1000)));
        assertThat(written.text("homepage"), is("https://example.com/about"));
        assertThat(written.text("prompt"), is("https://example.com?a=b"));
    }

    @Test
    void tellsItsFieldsAsText() {
        assertThat(CAT.text("seconds"), is("4"));
        assertThat(with("seed", 42).text("seed"), is("42"));
        assertThat(CAT.text("seed"), is(nullValue()));
    }

    @Test
    void cannotBeChangedFromOutside() {
        Map<String, Object> fields = new LinkedHashMap<>(CAT.fields());
        RenderRequest request = new RenderRequest("studio", List.of(), fields);
        fields.put("prompt", "A dog");
        assertThat(request, is(CAT));
        assertThrows(UnsupportedOperationException.class, () -> request.fields().clear());
    }

    private static RenderRequest with(String field, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(CAT.fields());
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        return new RenderRequest("studio", List.of(), fields);
    }
}
