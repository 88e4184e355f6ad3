package io.jenkins.plugins.videogeneration.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import okio.Buffer;

/** JSON with bounds: a broken or hostile server must not cost more memory or stack than an honest one. */
final class Json {

    private static final int MAX_DEPTH = 100;
    /** A page of 100 videos has a few thousand; a small token can cost a hundred times its bytes as a node. */
    private static final int MAX_TOKENS = 200_000;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build());

    private Json() {}

    /** The parsed text, or a missing node if it is no JSON. */
    static JsonNode parse(byte[] text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Within the same bounds, token by token. */
    static JsonParser parser(byte[] text) throws IOException {
        return MAPPER.createParser(text);
    }

    /** The same, leaving the text where it is; it is not to be touched before the parser is closed. */
    static JsonParser parser(Buffer text) throws IOException {
        try (Buffer.UnsafeCursor piece = text.readUnsafe()) {
            // a video mostly comes in one piece
            return piece.next() == text.size()
                    ? MAPPER.createParser(piece.data, piece.start, piece.end - piece.start)
                    : parser(text.snapshot().toByteArray());
        }
    }

    static byte[] write(Map<String, Object> fields) {
        try {
            return MAPPER.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field as text, whether the server wrote text or a number; null if it is absent, null or something else. */
    static String text(JsonNode object, String field) {
        return text(object.path(field));
    }

    /** The same of a value. */
    static String text(JsonNode node) {
        if (!node.isTextual() && !node.isNumber()) {
            return null;
        }
        return present(node.asText());
    }

    /** The same of the value that a parser is at, which is left behind. */
    static String text(JsonParser value) throws IOException {
        return switch (value.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> present(value.getText());
            default -> {
                value.skipChildren();
                yield null;
            }
        };
    }

    /** One dialect writes the string None for an absent value. */
    private static String present(String text) {
        return text.isBlank() || text.equals("None") ? null : text;
    }
}
