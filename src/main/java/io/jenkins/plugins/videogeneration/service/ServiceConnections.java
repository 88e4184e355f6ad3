package io.jenkins.plugins.videogeneration.service;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.ConnectionProbe;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.simulator.DirectoryJobStore;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorInterceptor;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import okhttp3.OkHttpClient;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The connections of this controller to its video services: made when first needed, and shared by all renders. */
@Extension
@Restricted(NoExternalUse.class)
public class ServiceConnections {

    /** In process every host name leads to the simulator; this one can't be anyone else's. */
    private static final String SIMULATOR_URL = "http://simulator.invalid/v1";

    /** The step of Jenkins' stopping after which nothing is asked for any more. */
    public static final String RENDERS_STOPPED = "video-generation-renders-stopped";

    private final Map<String, Simulated> simulators = new HashMap<>();
    /** By host and port: a service that hangs keeps its own threads busy, and nobody else's. */
    private final Map<String, HttpClients> servers = new HashMap<>();

    private OkHttpClient base;

    private record Simulated(int renderSeconds, List<PromptRule> failures, HttpClients clients) {}

    public static ServiceConnections get() {
        return ExtensionList.lookupSingleton(ServiceConnections.class);
    }

    /** A client over HTTP, through the proxy that Jenkins is configured with. */
    VideosClient overHttp(Endpoint endpoint) {
        return new VideosClient(endpoint, http(endpoint), timing());
    }

    /** Finds out how far one gets with a service, by the way that its renders take. */
    ConnectionProbe probe(Endpoint endpoint) {
        return new ConnectionProbe(endpoint, http(endpoint), timing());
    }

    /**
     * A client of the simulator that belongs to a service.
     *
     * @param failures which renders fail
     */
    VideosClient simulated(String service, int renderSeconds, List<PromptRule> failures) {
        Endpoint endpoint = Endpoint.of(SIMULATOR_URL, new Authentication.Bearer(new ApiKey("simulator")));
        return new VideosClient(endpoint, simulator(service, renderSeconds, failures), timing());
    }

    /** The controller's clock, and its timer to schedule with. */
    public static Timing timing() {
        return Timing.system(Timer.get());
    }

    private synchronized HttpClients http(Endpoint endpoint) {
        if (base == null) {
            base = JenkinsOkHttpClient.newClientBuilder(new OkHttpClient()).build();
        }
        String server = endpoint.baseUrl().host() + ":" + endpoint.baseUrl().port();
        return servers.computeIfAbsent(server, unknown -> HttpClients.basedOn(base));
    }

    /** One at a time for each service, since its folder of jobs serves one; other settings make a new one. */
    private synchronized HttpClients simulator(String service, int renderSeconds, List<PromptRule> failures) {
        Simulated running = simulators.get(service);
        if (running == null
                || running.renderSeconds() != renderSeconds
                || !running.failures().equals(failures)) {
            if (running != null) {
                running.clients().close();
            }
            running = new Simulated(renderSeconds, failures, startSimulator(service, renderSeconds, failures));
            simulators.put(service, running);
        }
        return running.clients();
    }

    private static HttpClients startSimulator(String service, int renderSeconds, List<PromptRule> failures) {
        // the name is hashed, because it may hold what no folder's name can
        Path folder = Jenkins.get()
                .getRootDir()
                .toPath()
                .resolve("video-generation/simulator")
                .resolve(Sha256.of(service.getBytes(StandardCharsets.UTF_8)).substring(0, 16));
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withTotalTime(Duration.ofSeconds(renderSeconds))
                .withPromptRules(failures);
        VideosSimulator simulator = new VideosSimulator(
                settings, new DirectoryJobStore(folder), InstantSource.system(), new SecureRandom());
        return HttpClients.basedOn(new OkHttpClient.Builder()
                .addInterceptor(new SimulatorInterceptor(simulator))
                .build());
    }

    /** Ends the threads when Jenkins stops. */
    @Terminator(requires = RENDERS_STOPPED)
    public static void close() {
        ServiceConnections connections =
                ExtensionList.lookup(ServiceConnections.class).get(ServiceConnections.class);
        if (connections != null) {
            connections.closeAll();
        }
    }

    private void closeAll() {
        List<HttpClients> all = new ArrayList<>();
        synchronized (this) {
            simulators.values().forEach(simulated -> all.add(simulated.clients()));
            all.addAll(servers.values());
            simulators.clear();
            servers.clear();
        }
        all.forEach(HttpClients::close);
    }
}
