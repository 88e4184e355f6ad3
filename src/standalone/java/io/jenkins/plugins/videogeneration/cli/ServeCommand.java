package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorServer;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code videos serve}: the simulator as a service of this machine. */
@Command(
        name = "serve",
        description = {
            "Run the simulator of the Videos API on 127.0.0.1 until it is killed. The first line is its base URL.",
            "Clients need the key in OPENAI_API_KEY if that is set when it starts, else any key."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; 0, the default, takes a free one.")
    private int port;

    @Option(
            names = "--render-seconds",
            paramLabel = "SECONDS",
            description = "How long it takes over a render. Default: 5.")
    private String renderSeconds;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description =
                    "Which family of servers it behaves like. Default: reference. An unknown name lists the known.")
    private String dialect = Dialect.reference().name();

    @Option(
            names = "--moderate-when",
            paramLabel = "TEXT",
            description = "Have renders whose prompt contains this refused by the moderation.")
    private String moderated;

    @Option(
            names = "--fail-when",
            paramLabel = "TEXT",
            description = "Have renders whose prompt contains this fail on the server.")
    private String failing;

    @Mixin
    private JsonOption json;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw CommandFailure.badInput(
                    "--port is " + port + ", but has to be between 0 and " + LAST_PORT, "0 takes a free one.");
        }
        Duration renderTime = RenderSeconds.parse(renderSeconds);
        KeyRule keys =
                surroundings.variable("OPENAI_API_KEY").map(KeyRule::exactly).orElseGet(KeyRule::any);
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withDialect(dialect())
                .withKeys(keys)
                .withTotalTime(renderTime)
                .withPromptRules(PromptRule.of(moderated, failing));
        try (SimulatorServer server = start(new VideosSimulator(settings))) {
            announce(server);
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private Dialect dialect() {
        if (!Dialect.names().contains(dialect)) {
            throw CommandFailure.badInput(
                    "--dialect is '" + dialect + "', which is not known",
                    "Known are " + String.join(", ", Dialect.names()) + ".");
        }
        return Dialect.named(dialect);
    }

    private SimulatorServer start(VideosSimulator simulator) {
        try {
            return SimulatorServer.start(simulator, port);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.SERVICE_TROUBLE,
                    "Port " + port + " of 127.0.0.1 is not free (" + e.getMessage() + ")",
                    "Take another one, or 0 for any that is free.");
        }
    }

    private void announce(SimulatorServer server) {
        surroundings.out().println(json.isSet() ? "{\"base_url\": \"" + server.baseUrl() + "\"}" : server.baseUrl());
        surroundings.out().flush();
        String key = surroundings.variable("OPENAI_API_KEY").isPresent() ? "the key in OPENAI_API_KEY" : "any key";
        surroundings.err().println("Simulating the Videos API for clients with " + key + ". Ctrl-C ends it.");
    }
}
