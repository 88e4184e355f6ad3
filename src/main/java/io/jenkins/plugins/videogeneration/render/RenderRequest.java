package io.jenkins.plugins.videogeneration.render;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Upload;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is wanted, as it was or will be sent.
 *
 * @param service the name of the service that renders
 * @param path the path below {@code /videos}; empty for a create
 * @param fields the fields of the request, in the order in which they are sent
 */
public record RenderRequest(String service, List<String> path, Map<String, Object> fields) {

    private static final Pattern URL = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    public RenderRequest {
        path = List.copyOf(path);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static RenderRequest of(String service, SubmitRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>(request.fields());
        // a prompt stays as it is, whatever it begins with: renders are recognised by it
        fields.replaceAll((name, value) -> name.equals("prompt") ? value : describe(value));
        return new RenderRequest(service, request.pathSegments(), fields);
    }

    /** Files and data URLs are named by their content's hash: a journal is no place for megabytes. */
    private static Object describe(Object value) {
        if (value instanceof Upload upload) {
            return Map.of("media_type", upload.mediaType(), "sha256", upload.sha256());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> described = new LinkedHashMap<>();
            map.forEach((name, inner) -> described.put(name, describe(inner)));
            return described;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RenderRequest::describe).toList();
        }
        return value instanceof String text ? describe(text) : value;
    }

    private static String describe(String text) {
        if (text.startsWith("data:")) {
            return "data:sha256," + hash(text);
        }
        return URL.matcher(text).matches() ? withoutSecrets(text) : text;
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The query of a signed URL is as good as a key, and so is what stands before the name of a host. */
    private static String withoutSecrets(String url) {
        String open = url.replaceFirst("//[^/?#]*@", "//").replaceFirst("\\?.*", "");
        return open.equals(url) ? url : open + "?sha256=" + hash(url);
    }

    /** A field's value as text, or null if the request does not have it. */
    public String text(String field) {
        Object value = fields.get(field);
        return value == null ? null : value.toString();
    }

    /** The same for requests that ask the same service for the same video, in lower-case hexadecimal. */
    @JsonIgnore
    public String fingerprint() {
        return Sha256.of(RecordJson.canonical(this));
    }
}
