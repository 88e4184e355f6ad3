package io.jenkins.plugins.videogeneration.api;

import java.util.Objects;
import java.util.Optional;
import okhttp3.Request;

/** How a request proves who sends it. The key is sent to the origin of the base URL and nowhere else. */
public sealed interface Authentication {

    /** For services that ask for no key. */
    record None() implements Authentication {
        @Override
        public void applyTo(Request.Builder request) {
            // a service without authentication gets no header at all
        }

        @Override
        public Optional<ApiKey> key() {
            return Optional.empty();
        }
    }

    /** {@code Authorization: Bearer KEY}, the reference protocol's way. */
    record Bearer(ApiKey apiKey) implements Authentication {
        public Bearer {
            Objects.requireNonNull(apiKey, "apiKey");
        }

        @Override
        public void applyTo(Request.Builder request) {
            request.header("Authorization", "Bearer " + apiKey.reveal());
        }

        @Override
        public Optional<ApiKey> key() {
            return Optional.of(apiKey);
        }
    }

    /** The bare key in a header of the service's choosing, such as {@code api-key} or {@code x-litellm-api-key}. */
    record Header(String name, ApiKey apiKey) implements Authentication {
        public Header {
            if (!isName(name)) {
                throw new InvalidSettingException(Text.of("api.Authentication.header"));
            }
            Objects.requireNonNull(apiKey, "apiKey");
        }

        /** Whether HTTP allows all the characters; OkHttp would refuse others only when a request is made. */
        public static boolean isName(String name) {
            return name != null && name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
        }

        /** Whether a header can have this value: ASCII that shows, spaces and tabs. */
        public static boolean isValue(String value) {
            return value != null && value.matches("[\\t\\x20-\\x7e]*");
        }

        @Override
        public void applyTo(Request.Builder request) {
            request.header(name, apiKey.reveal());
        }

        @Override
        public Optional<ApiKey> key() {
            return Optional.of(apiKey);
        }
    }

    /** Puts the key where the service looks for it. */
    void applyTo(Request.Builder request);

    /** The key, if there is one, so that it can be removed from what the service says. */
    Optional<ApiKey> key();
}
