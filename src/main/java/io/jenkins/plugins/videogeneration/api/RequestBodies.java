package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** Writes the fields of a request in the encoding that the service understands. */
final class RequestBodies {

    private static final MediaType JSON = MediaType.get("application/json");

    private RequestBodies() {}

    /** @throws InvalidRequestException if a file goes along that the encoding can't carry */
    static RequestBody of(Map<String, Object> fields, CreateEncoding encoding) {
        boolean hasFile = fields.values().stream().anyMatch(Upload.class::isInstance);
        boolean multipart = encoding == CreateEncoding.MULTIPART || (encoding == CreateEncoding.AUTO && hasFile);
        return multipart ? multipart(fields) : RequestBody.create(Json.write(withoutFiles(fields)), JSON);
    }

    static RequestBody multipart(Map<String, Object> fields) {
        MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.forEach((name, value) -> addPart(body, name, value));
        return body.build();
    }

    /** Nested fields get the bracketed names that the official clients send: {@code video[id]}, {@code characters[][id]}. */
    private static void addPart(MultipartBody.Builder body, String name, Object value) {
        if (value instanceof Upload upload) {
            body.addFormDataPart(
                    name,
                    upload.fileName(),
                    RequestBody.create(upload.file().toFile(), MediaType.get(upload.mediaType())));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> addPart(body, name + "[" + key + "]", item));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> addPart(body, name + "[]", item));
        } else if (value != null) {
            body.addFormDataPart(name, value.toString());
        }
    }

    /** JSON carries an image as a data URL, and no other file. */
    private static Map<String, Object> withoutFiles(Map<String, Object> fields) {
        Map<String, Object> json = new LinkedHashMap<>(fields);
        json.replaceAll((name, value) -> value instanceof Upload upload ? Map.of("image_url", dataUrl(upload)) : value);
        return json;
    }

    private static String dataUrl(Upload upload) {
        long length = upload.bytes() * 4 / 3;
        if (!upload.isImage() || length > InputReference.MAX_URL_LENGTH) {
            throw new InvalidRequestException(
                    "inputReference", Text.of("api.RequestBodies.jsonAlone", upload.mediaType(), upload.bytes()));
        }
        try {
            String content = Base64.getEncoder().encodeToString(Files.readAllBytes(upload.file()));
            return "data:" + upload.mediaType() + ";base64," + content;
        } catch (IOException e) {
            throw WordedIOException.notRead(upload.file(), e);
        }
    }
}
