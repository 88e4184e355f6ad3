package io.jenkins.plugins.videogeneration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.Extension;
import hudson.model.UnprotectedRootAction;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import io.jenkins.plugins.videogeneration.service.WebhookSignature;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/**
 * Where services tell that a render is over. Whoever sends something here has no account, so it counts only if the
 * service has signed it; and then it is believed no more than that it is worth asking the service now.
 */
@Extension
@Restricted(NoExternalUse.class)
public class WebhookReceiver implements UnprotectedRootAction {

    static final String URL_NAME = "video-generation-webhook";

    /** An event names a render and says little more. */
    private static final int MOST_BYTES = 64 * 1024;

    /** Apart, so that Jackson is not loaded with each start of Jenkins, but with the first event. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return URL_NAME;
    }

    /** Whether the service is known, has a secret, or nothing waits for the render, does not show to strangers. */
    @RequirePOST
    public void doIndex(StaplerRequest2 request, StaplerResponse2 response, @QueryParameter String service)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (!isSigned(request, body, service)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String id = videoId(body);
        if (id != null) {
            RenderRuntime.get().engine().ask(service, id);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static boolean isSigned(StaplerRequest2 request, byte[] body, String service) {
        Optional<WebhookSignature> signature = VideoServices.get().getServices().stream()
                .filter(one -> one.getName().equals(service))
                .findFirst()
                .flatMap(VideoService::webhookSignature);
        return signature.isPresent()
                && signature
                        .get()
                        .isOf(
                                request.getHeader("webhook-id"),
                                request.getHeader("webhook-timestamp"),
                                request.getHeader("webhook-signature"),
                                body,
                                ServiceConnections.timing().clock().instant());
    }

    /** The id of the render that an event is about, or null. */
    private static String videoId(byte[] body) {
        try {
            JsonNode id = Json.MAPPER.readTree(body).path("data").path("id");
            return id.isTextual() ? id.asText() : null;
        } catch (IOException e) {
            // signed, but no event
            return null;
        }
    }
}
