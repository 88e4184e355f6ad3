package io.jenkins.plugins.videogeneration.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What opens a service: its key, and what looks like one among its settings. These are for what is no secret, but an
 * administrator may have written a key there.
 */
public final class Secrets {

    private final Optional<ApiKey> key;
    private final String[] settings;

    private Secrets(Optional<ApiKey> key, String[] settings) {
        this.key = key;
        this.settings = settings;
    }

    public static Secrets of(Endpoint endpoint) {
        List<String> values = new ArrayList<>();
        endpoint.baseUrl().queryParameterNames().stream()
                .filter(SecretNames::isSecret)
                .forEach(name -> values.addAll(endpoint.baseUrl().queryParameterValues(name)));
        Stream.of(endpoint.headers(), endpoint.query())
                .flatMap(named -> named.entrySet().stream())
                .filter(setting -> SecretNames.isSecret(setting.getKey()))
                .map(Map.Entry::getValue)
                .forEach(values::add);
        return new Secrets(
                endpoint.authentication().key(),
                // a service may quote "Bearer abcdef" without the first word
                values.stream()
                        .filter(value -> value != null)
                        .flatMap(value -> Arrays.stream(value.trim().split("\\s+")))
                        .filter(part -> part.length() >= ApiKey.SHORTEST_SECRET)
                        .toArray(String[]::new));
    }

    /** The text with each of them blotted out. */
    public String redact(String text) {
        String redacted = key.isPresent() ? key.get().redact(text) : text;
        for (String setting : settings) {
            redacted = redacted.replace(setting, ApiKey.BLOT);
        }
        return redacted;
    }
}
