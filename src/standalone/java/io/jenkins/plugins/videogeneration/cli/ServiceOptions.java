package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which service a command talks to, and how. */
final class ServiceOptions {

    private static final String URL_VARIABLE = "OPENAI_BASE_URL";

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "What /videos follows, for example https://videos.example.com/v1. Default: OPENAI_BASE_URL.")
    private String baseUrl;

    @Mixin
    private KeyOptions key;

    @Mixin
    private WireOptions wire;

    @Option(
            names = "--simulator",
            description =
                    "Use the simulator in this process: real MP4s of a test card, without a key and without cost.")
    private boolean simulator;

    @Option(
            names = "--render-seconds",
            paramLabel = "SECONDS",
            description = "With --simulator: how long it takes over a render. Default: 5.")
    private String renderSeconds;

    /** @throws CommandFailure if an option or a variable is missing or wrong */
    Connection connect(Surroundings surroundings) {
        if (simulator) {
            return connectToSimulator(surroundings);
        }
        if (renderSeconds != null) {
            throw CommandFailure.badInput(
                    "--render-seconds goes with --simulator", "Leave it out, or add --simulator.");
        }
        Endpoint endpoint = wire.endpoint(parse(url(surroundings)), key.authentication(surroundings));
        return new Connection(name(endpoint.baseUrl()), endpoint, new OkHttpClient(), () -> {});
    }

    private Connection connectToSimulator(Surroundings surroundings) {
        Optional<String> given = baseUrl == null ? key.given() : Optional.of("--base-url");
        if (given.isPresent()) {
            throw CommandFailure.badInput(
                    given.get() + " is for a service, but --simulator uses none", "Leave one of the two out.");
        }
        Endpoint endpoint = wire.endpoint(parse("http://simulator/v1"), new Authentication.None());
        LocalSimulator local = LocalSimulator.open(surroundings, RenderSeconds.parse(renderSeconds));
        return new Connection("simulator", endpoint, local.client(), local::close);
    }

    private String url(Surroundings surroundings) {
        return Optional.ofNullable(baseUrl)
                .or(() -> surroundings.variable(URL_VARIABLE))
                .orElseThrow(() -> CommandFailure.badInput(
                        "The service is missing",
                        "Give --base-url, or set " + URL_VARIABLE + "; --simulator needs no service."));
    }

    private static HttpUrl parse(String url) {
        try {
            return Endpoint.parseBaseUrl(url);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(e.getMessage(), "It comes from --base-url or " + URL_VARIABLE + ".");
        }
    }

    /** The address without its query, which may hold what is not for everybody. */
    private static String name(HttpUrl url) {
        return url.newBuilder().query(null).build().toString();
    }
}
