package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import picocli.CommandLine.Option;

/** What a service wants otherwise than the reference protocol. */
final class WireOptions {

    private static final Set<String> KEY_HEADERS =
            Set.of("authorization", "proxy-authorization", "api-key", "x-api-key", "x-litellm-api-key");

    @Option(
            names = "--create-encoding",
            paramLabel = "WAY",
            description = "How the request for a new video is written: auto (the default), multipart or json.")
    private CreateEncoding encoding = CreateEncoding.AUTO;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME=VALUE",
            description = "Send this header too, for example OpenAI-Project=proj_1. Can be given several times.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--query",
            paramLabel = "NAME=VALUE",
            description = "Add this to every address, for example api-version=preview. Can be given several times.")
    private List<String> query = new ArrayList<>();

    @Option(
            names = "--field-name",
            paramLabel = "NAME=OTHER",
            description = "What the service calls a field of the request for a new video, for example seconds=duration"
                    + " at TensorRT-LLM. Can be given several times.")
    private List<String> fieldNames = new ArrayList<>();

    /** @throws CommandFailure if a header cannot be sent, or shall carry a key */
    Endpoint endpoint(HttpUrl url, Authentication authentication) {
        return new Endpoint(
                url,
                authentication,
                headers(),
                NamedValues.of("--query", query),
                encoding,
                NamedValues.of("--field-name", fieldNames));
    }

    private Map<String, String> headers() {
        Map<String, String> named = NamedValues.ofHeaders("--header", headers);
        named.forEach(WireOptions::check);
        return named;
    }

    private static void check(String name, String value) {
        if (!Authentication.Header.isName(name)) {
            throw CommandFailure.badInput(
                    "--header has '" + name + "', which is no name of a header", "Example: OpenAI-Project=proj_1.");
        }
        if (KEY_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw CommandFailure.badInput(
                    "--header has '" + name + "', but a key is no option, since others can see those",
                    "Set OPENAI_API_KEY or give --api-key-file; --auth-header names the header for it.");
        }
        if (!Authentication.Header.isValue(value)) {
            throw CommandFailure.badInput(
                    "--header '" + name + "' has a value with characters that no header can have",
                    "Only printable ASCII can be sent.");
        }
    }
}
