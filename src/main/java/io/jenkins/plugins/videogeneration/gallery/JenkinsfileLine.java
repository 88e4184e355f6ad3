package io.jenkins.plugins.videogeneration.gallery;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The line of a Jenkinsfile that asks for the same render again. Files that were sent are known by their hash alone, so
 * a render that began with one has no such line.
 */
final class JenkinsfileLine {

    private static final List<String> FIELDS = List.of("prompt", "model", "size", "seconds");

    private JenkinsfileLine() {}

    static Optional<String> of(RenderRecord record) {
        RenderRequest request = record.request();
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional<String> step = step(request, parameters);
        FIELDS.forEach(field -> put(parameters, field, request.text(field)));
        parameters.put("service", request.service());
        put(parameters, "file", record.fileName());
        for (ContentVariant variant : record.variants()) {
            if (variant != ContentVariant.VIDEO && record.variants().contains(ContentVariant.VIDEO)) {
                parameters.put(variant.parameter(), null);
            }
        }
        return step.filter(name -> saysAll(request)).map(name -> name + " " + written(parameters));
    }

    private static Optional<String> step(RenderRequest request, Map<String, String> parameters) {
        List<String> path = request.path();
        if (path.isEmpty()) {
            return Optional.of("generateVideo");
        }
        if (path.size() == 2) {
            parameters.put("id", path.get(0));
            return Optional.of("remixVideo");
        }
        if (request.fields().isEmpty()) {
            parameters.put("id", path.get(0));
            return Optional.of("waitForVideo");
        }
        if (request.fields().get("video") instanceof Map<?, ?> video && video.get("id") instanceof String id) {
            parameters.put("id", id);
            return Optional.of(path.get(0).equals("edits") ? "editVideo" : "extendVideo");
        }
        return Optional.empty();
    }

    /** Whether the line can say every field that was sent. */
    private static boolean saysAll(RenderRequest request) {
        return request.fields().keySet().stream().allMatch(field -> FIELDS.contains(field) || field.equals("video"));
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    /** A parameter without a value is one that is switched on. */
    private static String written(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + (entry.getValue() == null ? "true" : quoted(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
        return '\'' + escaped + '\'';
    }
}
