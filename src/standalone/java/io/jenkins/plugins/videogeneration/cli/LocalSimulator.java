package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.simulator.DirectoryJobStore;
import io.jenkins.plugins.videogeneration.simulator.InMemoryJobStore;
import io.jenkins.plugins.videogeneration.simulator.JobStore;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorInterceptor;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * The simulator in this process. Its jobs lie in the user's cache, so that a later command finds what an earlier one created,
 * just as it would at a service.
 */
final class LocalSimulator implements AutoCloseable {

    private final VideosSimulator simulator;
    private final Optional<ProcessLock> lock;

    private LocalSimulator(VideosSimulator simulator, Optional<ProcessLock> lock) {
        this.simulator = simulator;
        this.lock = lock;
    }

    static LocalSimulator open(Surroundings surroundings, Duration renderTime) {
        Path folder = folder(surroundings);
        try {
            Files.createDirectories(folder);
            Optional<ProcessLock> lock = ProcessLock.tryTake(folder.resolve("lock"));
            if (lock.isPresent()) {
                return new LocalSimulator(simulator(new DirectoryJobStore(folder), renderTime), lock);
            }
            surroundings.err().println("Another command uses the simulator: this one's videos end with it.");
        } catch (IOException | UncheckedIOException e) {
            surroundings
                    .err()
                    .println("The simulator cannot write to " + folder + ": this command's videos end with it.");
        }
        return new LocalSimulator(simulator(new InMemoryJobStore(), renderTime), Optional.empty());
    }

    /** A client whose requests the simulator answers, whatever host they name. */
    OkHttpClient client() {
        return new OkHttpClient.Builder()
                .addInterceptor(new SimulatorInterceptor(simulator))
                .build();
    }

    @Override
    public void close() {
        lock.ifPresent(ProcessLock::close);
    }

    private static VideosSimulator simulator(JobStore store, Duration renderTime) {
        SimulatorSettings settings =
                SimulatorSettings.defaults().withKeys(KeyRule.none()).withTotalTime(renderTime);
        return new VideosSimulator(settings, store, InstantSource.system(), new SecureRandom());
    }

    private static Path folder(Surroundings surroundings) {
        Path cache = surroundings
                .variable("XDG_CACHE_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return surroundings.resolve(cache.resolve("video-generation").resolve("simulator"));
    }
}
