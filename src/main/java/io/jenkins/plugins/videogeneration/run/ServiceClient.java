package io.jenkins.plugins.videogeneration.run;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.service.ServiceSetupException;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.util.function.Supplier;

/**
 * Gives a render clients of its service, each with the address and the key of that moment.
 *
 * @param run the build that asks, or null if it is gone
 * @param service the name of the service
 * @param credentialsId the key of the build's choice, null for the service's own
 */
public record ServiceClient(Run<?, ?> run, String service, String credentialsId) implements Supplier<VideosClient> {

    /** @throws RenderException if the service or its key is not there */
    @Override
    public VideosClient get() {
        try {
            VideoService found = VideoServices.get().serviceNamed(service);
            return found.getKind().client(found, run, credentialsId);
        } catch (ServiceSetupException e) {
            throw new RenderException(e.getMessage(), Messages.ServiceClient_advice(), e);
        }
    }
}
