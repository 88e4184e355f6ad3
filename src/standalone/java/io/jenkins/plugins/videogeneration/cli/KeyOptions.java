package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.Authentication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a service knows who asks. A key is never an argument: every user of a machine can list the arguments. */
final class KeyOptions {

    private static final String KEY_VARIABLE = "OPENAI_API_KEY";

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "A file that holds the key. Default: the key in OPENAI_API_KEY; none if that is not set.")
    private Path apiKeyFile;

    @Option(
            names = "--auth-header",
            paramLabel = "NAME",
            description = "Send the bare key in this header, for example api-key, and not as a bearer token.")
    private String authHeader;

    /** The option that was given, if one was. */
    Optional<String> given() {
        if (apiKeyFile != null) {
            return Optional.of("--api-key-file");
        }
        return authHeader == null ? Optional.empty() : Optional.of("--auth-header");
    }

    /** @throws CommandFailure if the key is missing where it is needed, or cannot be sent */
    Authentication authentication(Surroundings surroundings) {
        Optional<String> key = apiKeyFile == null
                ? surroundings.variable(KEY_VARIABLE)
                : Optional.of(read(surroundings.resolve(apiKeyFile)));
        if (authHeader != null && !Authentication.Header.isName(authHeader)) {
            throw CommandFailure.badInput(
                    "--auth-header is '" + authHeader + "', which is no name of a header", "Example: api-key.");
        }
        if (authHeader != null && key.isEmpty()) {
            throw CommandFailure.badInput(
                    "--auth-header is '" + authHeader + "', but there is no key to put there",
                    "Set " + KEY_VARIABLE + " or give --api-key-file.");
        }
        return key.map(this::authentication).orElseGet(Authentication.None::new);
    }

    private Authentication authentication(String text) {
        try {
            ApiKey key = new ApiKey(text);
            return authHeader == null ? new Authentication.Bearer(key) : new Authentication.Header(authHeader, key);
        } catch (IllegalArgumentException e) {
            String source = apiKeyFile == null ? KEY_VARIABLE : "--api-key-file " + apiKeyFile;
            throw CommandFailure.badInput(source + ": " + e.getMessage(), "Put the bare key there, and nothing else.");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    "--api-key-file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    "Check the path and its permissions.");
        }
    }
}
