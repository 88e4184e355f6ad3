package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a request, whichever way they were written.
 *
 * @param encoding the way they were written
 * @param fields as JSON; those of a multipart body are strings, with bracketed names unfolded into objects and arrays
 * @param files the file parts of a multipart body
 */
record Parameters(BodyEncoding encoding, ObjectNode fields, Map<String, UploadedFile> files) {

    Parameters {
        files = Map.copyOf(files);
    }

    /** The field's value; a JSON null counts as absent. */
    Optional<JsonNode> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isNull());
    }

    /**
     * A field that has to be a string.
     *
     * @throws ApiError 400 when it is something else
     */
    Optional<String> text(String name) {
        Optional<JsonNode> value = field(name);
        if (value.isPresent() && !value.get().isTextual()) {
            throw ApiError.badValue(name, "Invalid type for '" + name + "': expected a string.");
        }
        return value.map(JsonNode::textValue);
    }
}
