package io.jenkins.plugins.videogeneration.step;

import hudson.model.Descriptor;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.service.ServiceKind;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jvnet.hudson.test.TestExtension;

/** A kind of service whose clients are a test's own, by the name of the service. */
public class FaultyKind extends ServiceKind {

    private static final Map<String, Function<Run<?, ?>, VideosClient>> CLIENTS = new ConcurrentHashMap<>();

    /** @param clients gives a build the client for its next call */
    static VideoService service(String name, Function<Run<?, ?>, VideosClient> clients) {
        CLIENTS.put(name, clients);
        return new VideoService(name, new FaultyKind());
    }

    @Override
    public VideosClient client(VideoService service, Run<?, ?> run, String credentialsId) {
        return CLIENTS.get(service.getName()).apply(run);
    }

    @TestExtension
    public static class DescriptorImpl extends Descriptor<ServiceKind> {}
}
