package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The form in which records are kept on disk. Independent of the API's form, which differs between dialects. */
interface RecordForm<T> {

    ObjectNode write(T value);

    /** @throws RuntimeException when a field is missing or not what it should be */
    T read(JsonNode node);

    /** The value of a field that has to be there. */
    static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }
}
