package io.jenkins.plugins.videogeneration.api;

import java.util.regex.Pattern;

/**
 * What a value must be to be right for any service. What only some services take (which models, which sizes) is theirs to
 * say. Each rule returns the value as it is sent, null for none.
 */
public final class RequestRules {

    /** The reference protocol's limit on a prompt, in characters. */
    public static final int MAX_PROMPT_LENGTH = 32_000;

    /** The longest extension of the reference protocol. */
    public static final int EXTENSION_SECONDS = 20;

    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,4}x[1-9]\\d{0,4}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    private RequestRules() {}

    /** @throws InvalidRequestException if it is empty or too long */
    public static String prompt(String prompt) {
        if (prompt == null || prompt.isBlank()) {
            throw new InvalidRequestException("prompt", Text.of("api.RequestRules.noPrompt"));
        }
        int length = prompt.codePointCount(0, prompt.length());
        if (length > MAX_PROMPT_LENGTH) {
            throw new InvalidRequestException("prompt", Text.of("api.RequestRules.tooLong", length, MAX_PROMPT_LENGTH));
        }
        return prompt;
    }

    /** @throws InvalidRequestException if it is not WIDTHxHEIGHT */
    public static String size(String size) {
        String value = blankToNull(size);
        if (value != null && !SIZE.matcher(value).matches()) {
            throw new InvalidRequestException("size", Text.of("api.RequestRules.size", value));
        }
        return value;
    }

    /** @throws InvalidRequestException if it is no positive number */
    public static String seconds(String seconds) {
        String value = blankToNull(seconds);
        if (value != null && !(SECONDS.matcher(value).matches() && Double.parseDouble(value) > 0)) {
            throw new InvalidRequestException("seconds", Text.of("api.RequestRules.seconds", value));
        }
        return value;
    }

    /**
     * @param longest what one extension adds at most, in seconds
     * @throws InvalidRequestException if it is no positive number, or more than one extension can add
     */
    public static String extensionSeconds(String seconds, int longest) {
        String value = seconds(seconds);
        if (value != null && Double.parseDouble(value) > longest) {
            throw new InvalidRequestException("seconds", Text.of("api.RequestRules.extension", value, longest));
        }
        return value;
    }

    /**
     * @param field the name of the field as the user writes it
     * @throws InvalidRequestException if it is empty, or nothing that could be one segment of a path
     */
    public static String id(String field, String id) {
        String value = blankToNull(id);
        if (value == null) {
            throw new InvalidRequestException(field, Text.of("api.RequestRules.noId"));
        }
        if (value.contains("/") || value.contains("\\") || value.equals(".") || value.equals("..")) {
            throw new InvalidRequestException(field, Text.of("api.RequestRules.id", value));
        }
        return value;
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
