package io.jenkins.plugins.videogeneration.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every request for a render can have: words, and parameters of the service's own. */
final class PromptOptions {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            required = true,
            description = "What the video shall show, up to " + RequestRules.MAX_PROMPT_LENGTH + " characters.")
    private String prompt;

    @Option(
            names = "--extra",
            paramLabel = "NAME=VALUE",
            description = {
                "A parameter of the service's own, for example seed=7. Can be given several times.",
                "A value that is JSON (7, true, [1, 2]) keeps its type; anything else is text."
            })
    private List<String> extra = new ArrayList<>();

    String prompt() {
        return prompt;
    }

    Map<String, Object> extra() {
        Map<String, Object> typed = new LinkedHashMap<>();
        NamedValues.of("--extra", extra).forEach((name, text) -> typed.put(name, typed(text)));
        return typed;
    }

    private static Object typed(String text) {
        try {
            return text.isBlank() ? text : JSON.readValue(text);
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
