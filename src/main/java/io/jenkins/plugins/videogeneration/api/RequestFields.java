package io.jenkins.plugins.videogeneration.api;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects the fields of a request in the order in which they are sent. */
final class RequestFields {

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    /** @param value null if the request leaves the field out */
    RequestFields put(String name, Object value) {
        known.add(name);
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** Adds what the protocol does not know; a field that it does know has a parameter of its own. */
    Map<String, Object> withExtra(Map<String, Object> extra) {
        extra.forEach((name, value) -> {
            if (known.contains(name)) {
                throw new InvalidRequestException("extra", Text.of("api.RequestFields.own", name));
            }
            fields.put(name, value);
        });
        return Collections.unmodifiableMap(fields);
    }

    /** An unmodifiable copy in the same order; null is none. */
    static Map<String, Object> copyOf(Map<String, Object> extra) {
        return extra == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
