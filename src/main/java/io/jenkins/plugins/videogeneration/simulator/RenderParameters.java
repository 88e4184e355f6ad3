package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.videogeneration.simulator.media.TestCard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a render needs to know, checked against a dialect's rules. Errors name the field at fault, as the reference's do. */
final class RenderParameters {

    private static final int LONGEST_PROMPT = 32_000;
    private static final int LONGEST_MODEL = 256;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");

    private final RenderRules rules;

    RenderParameters(RenderRules rules) {
        this.rules = rules;
    }

    /** 1 to 32,000 characters, counted as Unicode counts them. */
    String prompt(Parameters parameters) {
        String prompt = parameters.text("prompt").orElseThrow(() -> ApiError.missing("prompt"));
        if (prompt.isEmpty()) {
            throw ApiError.badValue("prompt", "'prompt' must not be empty.");
        }
        if (prompt.codePointCount(0, prompt.length()) > LONGEST_PROMPT) {
            throw ApiError.badValue("prompt", "'prompt' is longer than " + LONGEST_PROMPT + " characters.");
        }
        return prompt;
    }

    /** Any name: each deployment has its own. */
    String model(Parameters parameters) {
        String model = parameters.text("model").orElse(rules.defaultModel());
        if (model.isBlank() || model.length() > LONGEST_MODEL) {
            throw ApiError.badValue("model", "'model' has to be a name of 1 to " + LONGEST_MODEL + " characters.");
        }
        return model;
    }

    VideoSize size(Parameters parameters) {
        String text = parameters.text("size").orElse(rules.sizes().get(0).toString());
        return VideoSize.parse(text).filter(this::accepts).orElseThrow(this::badSize);
    }

    /** A string or a number, as both are in use. */
    BigDecimal seconds(Parameters parameters) {
        return parameters
                .field(rules.seconds().field())
                .map(this::seconds)
                .orElseGet(() -> secondsOfFrames(parameters));
    }

    BigDecimal requiredSeconds(Parameters parameters) {
        String field = rules.seconds().field();
        return parameters.field(field).map(this::seconds).orElseThrow(() -> ApiError.missing(field));
    }

    private BigDecimal seconds(JsonNode value) {
        String text = value.isTextual() || value.isNumber() ? value.asText() : "";
        if (!SECONDS.matcher(text).matches()) {
            throw rules.seconds().refusal();
        }
        return rules.seconds().check(new BigDecimal(text));
    }

    private BigDecimal secondsOfFrames(Parameters parameters) {
        if (!rules.seconds().frames()) {
            return rules.defaultSeconds();
        }
        BigDecimal frames = positive(parameters, "num_frames", 1);
        BigDecimal fps = positive(parameters, "fps", 24);
        return rules.seconds().check(frames.divide(fps, 3, RoundingMode.UP));
    }

    private static BigDecimal positive(Parameters parameters, String field, int absent) {
        String text = parameters.field(field).map(JsonNode::asText).orElse(Integer.toString(absent));
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw ApiError.badValue(field, "'" + field + "' has to be a number from 1 to 9999.");
        }
        return new BigDecimal(text);
    }

    private boolean accepts(VideoSize size) {
        return rules.sizes().contains(size) || rules.anySize() && TestCard.canHaveSize(size.width(), size.height());
    }

    private ApiError badSize() {
        String known = rules.sizes().stream().map(VideoSize::toString).collect(Collectors.joining(", "));
        String more = rules.anySize() ? ", or any with even sides up to " + TestCard.MAX_SIDE : "";
        return ApiError.badValue("size", "Invalid 'size'; supported values are " + known + more + ".");
    }
}
