package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints where a video and its pictures lie, for people or for programs. */
final class FetchedOutput {

    private FetchedOutput() {}

    static void print(OutputPlace place, RenderRecord record, JsonOption json, Surroundings surroundings) {
        List<String> pictures = record.pictures().stream()
                .map(picture -> place.file().resolveSibling(picture.name()).toString())
                .toList();
        if (!json.isSet()) {
            pictures.forEach(surroundings.out()::println);
            // the last line, so that scripts can rely on it
            surroundings.out().println(place.file());
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("path", place.file().toString());
        answer.put("pictures", pictures);
        answer.put("render", record);
        surroundings.out().println(Wire.text(answer));
    }
}
