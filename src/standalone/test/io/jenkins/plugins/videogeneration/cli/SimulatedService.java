package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.simulator.InMemoryJobStore;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorServer;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The simulator over HTTP, with a key and a clock that tests can turn on. A prompt with "forbidden" fails at the moderation. */
final class SimulatedService implements BeforeEachCallback, AfterEachCallback {

    static final String KEY = "sk-the-only-key";

    private final Duration renderTime;
    private volatile Duration turned = Duration.ZERO;
    private VideosSimulator simulator;
    private SimulatorServer server;

    SimulatedService(Duration renderTime) {
        this.renderTime = renderTime;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withKeys(KeyRule.exactly(KEY))
                .withTotalTime(renderTime)
                .withPromptRules(new PromptRule("forbidden", PromptRule.Effect.MODERATION_BLOCKED));
        simulator = new VideosSimulator(
                settings, new InMemoryJobStore(), () -> Instant.now().plus(turned), new Random(1));
        server = SimulatorServer.start(simulator, 0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    String baseUrl() {
        return server.baseUrl();
    }

    VideosSimulator simulator() {
        return simulator;
    }

    long count(Operation operation) {
        return simulator.count(operation);
    }

    void turnClock(Duration duration) {
        turned = turned.plus(duration);
    }
}
