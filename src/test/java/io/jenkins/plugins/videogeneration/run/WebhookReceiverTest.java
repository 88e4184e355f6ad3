package io.jenkins.plugins.videogeneration.run;

import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Result;
import hudson.security.csrf.DefaultCrumbIssuer;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.WebhookSignature;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A service that tells that a render is over. Jenkins is secured, and the service has no account. */
@WithJenkins
class WebhookReceiverTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SECRET_ID = "studio-webhooks";

    private JenkinsRule jenkins;

    @BeforeEach
    void secure(JenkinsRule rule) {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy());
        jenkins.jenkins.setCrumbIssuer(new DefaultCrumbIssuer(false));
    }

    @Test
    void anEventOfTheServiceMakesTheRenderBeAskedForAndNothingElse() throws Exception {
        try (TestService service = TestService.rendersOnDemand()) {
            configure(service, SECRET_ID);
            Builds builds = new Builds(jenkins);
            WorkflowRun run = builds.start("generateVideo prompt: 'A paper boat', seconds: 4, pollSeconds: 300");
            String id = submitted(run);
            service.inject(Operation.RETRIEVE, 1, Fault.status(404));
            assertEventually(() -> service.count(Operation.RETRIEVE), is(1L));
            // by itself it would now be asked for in five minutes
            assertEventually(() -> Builds.console(run).contains("404"), is(true));
            assertThat(send(SECRET, event(id), 0), is(204));
            assertEventually(() -> service.count(Operation.RETRIEVE), is(2L));
            assertThat("an event is no result", run.isBuilding(), is(true));
            service.finishRenders();
            assertThat(send(SECRET, event(id), 0), is(204));
            builds.finish(Result.SUCCESS, run);
            assertThat(service.posts(), is(1L));
        }
    }

    @Test
    void whatTheServiceHasNotSignedLatelyIsRefused() throws Exception {
        try (TestService service = TestService.rendersOnDemand()) {
            configure(service, SECRET_ID);
            assertThat(send("whsec_AAAA", event("video_1"), 0), is(401));
            assertThat(send(SECRET, event("video_1"), 301), is(401));
            assertThat(send(SECRET, "x".repeat(65 * 1024), 0), is(413));
            assertThat("a render that nobody waits for", send(SECRET, event("video_1"), 0), is(204));
            assertThat("signed, but no event", send(SECRET, "nonsense", 0), is(204));
            assertThat(get(), is(405));
            configure(service, null);
            assertThat("a service without a secret", send(SECRET, event("video_1"), 0), is(401));
            assertThat("nothing of this reached the service", service.requests(), is(0));
        }
    }

    private static void configure(TestService service, String secretId) throws IOException {
        VideoService configured = service.configured();
        configured.setWebhookCredentialsId(secretId);
        Settings.services(configured);
        Settings.secretText(Jenkins.get(), Domain.global(), SECRET_ID, SECRET);
    }

    private static String submitted(WorkflowRun run) throws Exception {
        assertEventually(() -> record(run) != null && record(run).videoId() != null, is(true));
        return record(run).videoId();
    }

    private static RenderRecord record(WorkflowRun run) {
        BuildVideos videos = run.getAction(BuildVideos.class);
        List<RenderRecord> records = videos == null ? List.of() : videos.records();
        return records.isEmpty() ? null : records.get(0);
    }

    private static String event(String id) {
        return "{\"object\":\"event\",\"type\":\"video.completed\",\"data\":{\"id\":\"" + id + "\"}}";
    }

    private int send(String secret, String body, long secondsAgo) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String timestamp = String.valueOf(Instant.now().getEpochSecond() - secondsAgo);
        HttpRequest request = request()
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", new WebhookSignature(secret).sign("msg_1", timestamp, bytes))
                .build();
        return status(request);
    }

    private int get() throws Exception {
        return status(request().GET().build());
    }

    private HttpRequest.Builder request() throws Exception {
        return HttpRequest.newBuilder(
                URI.create(jenkins.getURL() + "video-generation-webhook/?service=" + TestService.NAME));
    }

    private static int status(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
