package io.jenkins.plugins.videogeneration.api;

/**
 * A service's key. It has no {@code toString} that would show it and cannot be serialised, so that it does not get into
 * a log, an exception or a saved program by accident.
 */
public final class ApiKey {

    static final String BLOT = "****";

    /** Servers that look at no key are given "x" or "test", which is no secret and part of many words. */
    static final int SHORTEST_SECRET = 8;

    private final String value;

    /**
     * @param value the key; white space around it (a line end in a key file, say) is dropped
     * @throws InvalidSettingException if the key is blank or has characters that no HTTP header can carry
     */
    public ApiKey(String value) {
        String trimmed = value == null ? "" : value.trim();
        if (trimmed.isEmpty()) {
            throw new InvalidSettingException(Text.of("api.ApiKey.empty"));
        }
        if (!trimmed.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            // OkHttp would refuse it too, but with a message that quotes the value
            throw new InvalidSettingException(Text.of("api.ApiKey.characters"));
        }
        this.value = trimmed;
    }

    String reveal() {
        return value;
    }

    /**
     * The text with every occurrence of the key blotted out: some services quote the key that they refuse. A key of less
     * than {@value #SHORTEST_SECRET} characters stays, or it would blot out the words that it happens to be part of.
     */
    String redact(String text) {
        return value.length() < SHORTEST_SECRET ? text : text.replace(value, BLOT);
    }

    @Override
    public String toString() {
        return BLOT;
    }
}
