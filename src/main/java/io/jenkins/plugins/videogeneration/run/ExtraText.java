package io.jenkins.plugins.videogeneration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hudson.Util;
import hudson.model.Descriptor;
import java.util.Map;

/** Extra parameters as a form shows them: a JSON object. */
public final class ExtraText {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ExtraText() {}

    /** Empty if there are none. */
    public static String write(Map<String, Object> extra) {
        try {
            return extra.isEmpty() ? "" : MAPPER.writeValueAsString(extra);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Descriptor.FormException if it is no JSON object */
    public static Map<String, Object> read(String text) throws Descriptor.FormException {
        if (Util.fixEmptyAndTrim(text) == null) {
            return Map.of();
        }
        try {
            return MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new Descriptor.FormException(Messages.ExtraText_noObject(), e, "extraText");
        }
    }
}
