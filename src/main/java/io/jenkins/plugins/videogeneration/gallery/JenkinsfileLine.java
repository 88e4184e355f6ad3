package io.jenkins.plugins.videogeneration.gallery;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line of a Jenkinsfile that asks for the same video again. Files that were sent are known by their hash alone, as
 * are the queries of addresses, so a render that began with one has no such line. How a build waits for the video, and
 * what it does with it, is not part of the line.
 */
final class JenkinsfileLine {

    private final RenderRequest request;
    /** The fields of the request that no parameter has said yet. */
    private final Map<String, Object> unsaid;

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private JenkinsfileLine(RenderRequest request) {
        this.request = request;
        this.unsaid = new LinkedHashMap<>(request.fields());
    }

    static Optional<String> of(RenderRecord record) {
        return new JenkinsfileLine(record.request()).write(record);
    }

    private Optional<String> write(RenderRecord record) {
        Optional<String> step = step();
        for (String field : List.of("prompt", "model", "size", "seconds")) {
            put(field, unsaid.remove(field));
        }
        if (step.isEmpty() || !sayReference()) {
            return Optional.empty();
        }
        sayCharacters();
        // what the protocol does not know
        put("extra", unsaid.isEmpty() ? null : unsaid);
        put("service", request.service());
        put("file", record.fileName());
        for (ContentVariant variant : record.variants()) {
            if (variant != ContentVariant.VIDEO && record.variants().contains(ContentVariant.VIDEO)) {
                put(variant.parameter(), true);
            }
        }
        return step.map(name -> name + " " + GroovyLiteral.arguments(parameters));
    }

    private Optional<String> step() {
        List<String> path = request.path();
        if (path.isEmpty()) {
            return Optional.of("generateVideo");
        }
        if (path.size() == 2) {
            put("id", path.get(0));
            return Optional.of("remixVideo");
        }
        if (request.fields().isEmpty()) {
            put("id", path.get(0));
            return Optional.of("waitForVideo");
        }
        if (unsaid.remove("video") instanceof Map<?, ?> video && video.get("id") instanceof String id) {
            put("id", id);
            return Optional.of(path.get(0).equals("edits") ? "editVideo" : "extendVideo");
        }
        return Optional.empty();
    }

    /** Whether it can be said what the video starts from, or there is nothing of that. */
    private boolean sayReference() {
        Object reference = unsaid.remove("input_reference");
        if (reference == null) {
            return true;
        }
        if (!(reference instanceof Map<?, ?> map)) {
            return false;
        }
        put("inputReferenceFileId", map.get("file_id"));
        if (map.get("image_url") instanceof String url && !url.startsWith("data:") && !url.contains("?sha256=")) {
            put("inputReferenceUrl", url);
        }
        return parameters.containsKey("inputReferenceFileId") || parameters.containsKey("inputReferenceUrl");
    }

    private void sayCharacters() {
        if (unsaid.remove("characters") instanceof List<?> characters) {
            put("characters", characters.stream().map(JenkinsfileLine::id).toList());
        }
    }

    private static Object id(Object character) {
        return character instanceof Map<?, ?> map ? map.get("id") : character;
    }

    private void put(String name, Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
