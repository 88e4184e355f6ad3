package io.jenkins.plugins.videogeneration.step;

import hudson.model.Descriptor;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.service.ServiceKind;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jvnet.hudson.test.TestExtension;

/** A kind of service whose clients are a test's own, by the name of the service. */
public class FaultyKind extends ServiceKind {

    private static final Map<String, VideosClient> CLIENTS = new ConcurrentHashMap<>();

    static VideoService service(String name, VideosClient client) {
        CLIENTS.put(name, client);
        return new VideoService(name, new FaultyKind());
    }

    @Override
    public VideosClient client(VideoService service, Run<?, ?> run, String credentialsId) {
        return CLIENTS.get(service.getName());
    }

    @TestExtension
    public static class DescriptorImpl extends Descriptor<ServiceKind> {}
}
