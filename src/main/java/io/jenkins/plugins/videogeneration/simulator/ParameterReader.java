package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import okhttp3.MediaType;

/** Reads the fields of a request from its body, JSON or multipart, and refuses what is too large or malformed. */
final class ParameterReader {

    private final Limits limits;
    private final boolean nestedNames;
    private final ObjectMapper mapper;

    ParameterReader(Limits limits) {
        this(limits, true);
    }

    /** @param nestedNames whether names in brackets are understood in a form */
    ParameterReader(Limits limits, boolean nestedNames) {
        this.limits = limits;
        this.nestedNames = nestedNames;
        // Jackson's own limit for one string is below the longest data URL.
        int longestString = (int) Math.min(Integer.MAX_VALUE, limits.jsonBytes());
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(longestString)
                        .build())
                .build();
        this.mapper = new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * @param accepted the encodings that the dialect understands
     * @throws ApiError 400, 413 or 415
     */
    Parameters read(ApiRequest request, Set<BodyEncoding> accepted) throws IOException {
        MediaType type = mediaType(request);
        if (is(type, "application", "json") && accepted.contains(BodyEncoding.JSON)) {
            return json(request);
        }
        if (is(type, "multipart", "form-data") && accepted.contains(BodyEncoding.MULTIPART)) {
            return new MultipartParameters(limits.uploadBytes(), nestedNames).read(type, request.body());
        }
        throw ApiError.of(415, "Unsupported content type; send " + accepted + ".");
    }

    private Parameters json(ApiRequest request) throws IOException {
        byte[] bytes = new BoundedSource(request.body(), limits.jsonBytes()).bytes();
        try {
            JsonNode tree = mapper.readTree(bytes);
            if (tree instanceof ObjectNode fields) {
                return new Parameters(BodyEncoding.JSON, fields, Map.of());
            }
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest(null, "The body is not valid JSON.");
        }
        throw ApiError.badRequest(null, "The body has to be a JSON object.");
    }

    private static MediaType mediaType(ApiRequest request) {
        String header = request.headers().get("content-type");
        return header == null ? null : MediaType.parse(header);
    }

    private static boolean is(MediaType type, String main, String sub) {
        return type != null && type.type().equals(main) && type.subtype().equals(sub);
    }
}
