package io.jenkins.plugins.videogeneration.gallery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JenkinsfileLineTest {

    @Test
    void asksForTheSameVideo() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prompt", "A boat");
        fields.put("seconds", "4");
        RenderRecord record =
                record(List.of(), fields).fetching(List.of(ContentVariant.VIDEO, ContentVariant.THUMBNAIL));
        assertThat(
                JenkinsfileLine.of(record),
                is(Optional.of("generateVideo prompt: 'A boat', seconds: '4', service: 'studio', file: 'boat.mp4',"
                        + " thumbnail: true")));
    }

    @Test
    void quotesWhatGroovyWouldRead() {
        assertThat(
                JenkinsfileLine.of(record(List.of(), Map.of("prompt", "It's $a \\ b\nc"))),
                is(Optional.of("generateVideo prompt: 'It\\'s $a \\\\ b\\nc', service: 'studio', file: 'boat.mp4'")));
    }

    @Test
    void namesTheVideoThatARenderBeginsWith() {
        assertThat(
                line(List.of("video_1", "remix"), Map.of("prompt", "p")),
                is("remixVideo id: 'video_1', prompt: 'p', service: 'studio', file: 'boat.mp4'"));
        assertThat(
                line(List.of("edits"), Map.of("prompt", "p", "video", Map.of("id", "video_1"))),
                is("editVideo id: 'video_1', prompt: 'p', service: 'studio', file: 'boat.mp4'"));
        assertThat(
                line(List.of("extensions"), Map.of("prompt", "p", "video", Map.of("id", "video_1"))),
                is("extendVideo id: 'video_1', prompt: 'p', service: 'studio', file: 'boat.mp4'"));
        assertThat(
                line(List.of("video_1"), Map.of()),
                is("waitForVideo id: 'video_1', service: 'studio', file: 'boat.mp4'"));
    }

    @Test
    void thereIsNoneForWhatWasSentAsAFileOrByAnUnknownName() {
        Map<String, Object> upload = Map.of("media_type", "image/png", "sha256", "0");
        assertThat(
                JenkinsfileLine.of(record(List.of(), Map.of("prompt", "p", "input_reference", upload))),
                is(Optional.empty()));
        assertThat(
                JenkinsfileLine.of(record(List.of("edits"), Map.of("prompt", "p", "video", upload))),
                is(Optional.empty()));
        for (String url : List.of("data:sha256,0", "https://example.com/boat.png?sha256=0")) {
            assertThat(
                    JenkinsfileLine.of(
                            record(List.of(), Map.of("prompt", "p", "input_reference", Map.of("image_url", url)))),
                    is(Optional.empty()));
        }
    }

    @Test
    void saysEverythingThatTheStepsHaveParametersFor() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prompt", "p");
        fields.put("input_reference", Map.of("file_id", "file_1"));
        fields.put("characters", List.of(Map.of("id", "char_1"), Map.of("id", "char_2")));
        fields.put("seed", 42);
        fields.put("guidance-scale", 7.5);
        fields.put("camera", Map.of("moves", List.of("pan", "it's")));
        assertThat(
                line(List.of(), fields),
                is("generateVideo prompt: 'p', inputReferenceFileId: 'file_1', characters: ['char_1', 'char_2'],"
                        + " extra: [seed: 42, 'guidance-scale': 7.5, camera: [moves: ['pan', 'it\\'s']]],"
                        + " service: 'studio', file: 'boat.mp4'"));
        assertThat(
                line(List.of("video_1", "remix"), Map.of("prompt", "p", "fresh", true)),
                is("remixVideo id: 'video_1', prompt: 'p', extra: [fresh: true], service: 'studio', file: 'boat.mp4'"));
    }

    private static String line(List<String> path, Map<String, Object> fields) {
        return JenkinsfileLine.of(record(path, fields)).orElseThrow();
    }

    private static RenderRecord record(List<String> path, Map<String, Object> fields) {
        return RenderRecord.intended(
                "key",
                new RenderRequest("studio", path, fields),
                "boat.mp4",
                Instant.EPOCH,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1));
    }
}
