package io.jenkins.plugins.videogeneration.gallery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hudson.Functions;
import hudson.model.Item;
import hudson.model.Run;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.ShelfArtifacts;
import io.jenkins.plugins.videogeneration.fixture.ShelfServer;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.logging.Level;
import java.util.stream.Collectors;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the playback answers over plain HTTP. */
@WithJenkins
class PlaybackTest {

    private static final String PERMISSION_PROPERTY = "hudson.security.ArtifactsPermission";
    private static final String SCRIPT =
            "generateVideo prompt: 'A boat', file: 'my videos/boat #1.mp4', seconds: '4', thumbnail: true";

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;

    @TempDir
    private File shelf;

    private final HttpClient http = HttpClient.newHttpClient();
    private WorkflowRun run;
    private byte[] video;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws Exception {
        Settings.services(service.configured());
    }

    @AfterEach
    void restore() {
        System.clearProperty(PERMISSION_PROPERTY);
        ArtifactManagerConfiguration.get().getArtifactManagerFactories().clear();
        jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        jenkins.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
    }

    @Test
    void sendsTheWholeVideoOrAnyPartOfIt() throws Exception {
        build();
        HttpResponse<byte[]> whole = send(get("video"));
        assertThat(whole.statusCode(), is(200));
        assertThat(whole.body(), is(video));
        assertThat(header(whole, "Content-Type"), is("video/mp4"));
        assertThat(header(whole, "Accept-Ranges"), is("bytes"));
        assertThat(header(whole, "X-Content-Type-Options"), is("nosniff"));
        assertThat(header(whole, "ETag"), is('"' + record().file().sha256() + '"'));

        HttpResponse<byte[]> middle = send(get("video").header("Range", "bytes=100-199"));
        assertThat(middle.statusCode(), is(206));
        assertThat(header(middle, "Content-Range"), is("bytes 100-199/" + video.length));
        assertThat(middle.body(), is(Arrays.copyOfRange(video, 100, 200)));

        HttpResponse<byte[]> tail = send(get("video").header("Range", "bytes=-50"));
        assertThat(tail.statusCode(), is(206));
        assertThat(tail.body(), is(Arrays.copyOfRange(video, video.length - 50, video.length)));

        HttpResponse<byte[]> behind = send(get("video").header("Range", "bytes=" + video.length + "-"));
        assertThat(behind.statusCode(), is(416));
        assertThat(header(behind, "Content-Range"), is("bytes */" + video.length));
    }

    @Test
    void answersConditions() throws Exception {
        build();
        String tag = header(send(get("video")), "ETag");
        assertThat(send(get("video").header("If-None-Match", tag)).statusCode(), is(304));
        assertThat(send(get("video").header("If-None-Match", "\"other\"")).statusCode(), is(200));
        assertThat(
                send(get("video").header("Range", "bytes=0-0").header("If-Range", tag))
                        .statusCode(),
                is(206));
        assertThat(
                send(get("video").header("Range", "bytes=0-0").header("If-Range", "\"other\""))
                        .statusCode(),
                is(200));
    }

    @Test
    void answersHeadWithoutABodyAndNothingThatActs() throws Exception {
        build();
        HttpResponse<byte[]> head = send(get("video").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode(), is(200));
        assertThat(header(head, "Content-Length"), is(String.valueOf(video.length)));
        assertThat(head.body().length, is(0));
        assertThat(
                send(get("video").method("DELETE", HttpRequest.BodyPublishers.noBody()))
                        .statusCode(),
                is(405));
    }

    @Test
    void sendsThePictureThatTheJournalNamesAndNoOther() throws Exception {
        build();
        HttpResponse<byte[]> picture = send(get("thumbnail"));
        assertThat(picture.statusCode(), is(200));
        assertThat(header(picture, "Content-Type"), is("image/jpeg"));
        assertThat(send(get("spritesheet")).statusCode(), is(404));
        assertThat(send(get("build.xml")).statusCode(), is(404));
        assertThat(send(get("video/../../../build.xml")).statusCode(), is(404));
        assertThat(send(request("videos/render/other/video")).statusCode(), is(404));
    }

    @Test
    void aDeletedVideoIsNotFound() throws Exception {
        build();
        Files.delete(run.getArtifactsDir().toPath().resolve(record().file().name()));
        assertThat(send(get("video")).statusCode(), is(404));
        String page = new String(send(request("videos/")).body(), StandardCharsets.UTF_8);
        assertThat(page, containsString("not among the artifacts of the build"));
        assertThat(page, not(containsString("<video")));
    }

    @Test
    void asksAStoreElsewhereForNothingButThePart() throws Exception {
        try (ShelfServer server = new ShelfServer(shelf, true)) {
            store(server);
            assertThat(send(get("video")).body(), is(video));
            assertThat(
                    send(get("video").header("Range", "bytes=100-199")).body(),
                    is(Arrays.copyOfRange(video, 100, 200)));
            assertThat(send(get("video").header("Range", "bytes=0-1")).body(), is(Arrays.copyOfRange(video, 0, 2)));
            assertThat(send(get("video").header("Range", "bytes=0-")).body(), is(video));
            assertThat(server.ranges(), contains("bytes=100-199", "bytes=0-1", "bytes=0-" + (video.length - 1)));
        }
    }

    @Test
    void aStoreElsewhereNeedNotKnowParts() throws Exception {
        try (ShelfServer server = new ShelfServer(shelf, false)) {
            store(server);
            HttpResponse<byte[]> part = send(get("video").header("Range", "bytes=100-199"));
            assertThat(part.statusCode(), is(206));
            assertThat(part.body(), is(Arrays.copyOfRange(video, 100, 200)));
        }
    }

    @Test
    void aStoreThatIsDownIsNoFaultOfThisJenkins() throws Exception {
        try (ShelfServer server = new ShelfServer(shelf, true)) {
            store(server);
        }
        try (LogRecorder log = new LogRecorder()
                .record(Playback.class, Level.ALL)
                .record("org.eclipse.jetty", Level.WARNING)
                .capture(10)) {
            assertThat(send(get("video").header("Range", "bytes=100-199")).statusCode(), is(502));
            assertThat(log, LogRecorder.recorded(Level.WARNING, containsString("cannot be had from its store")));
            String said = log.getRecords().stream()
                    .map(line -> Functions.printThrowable(line.getThrown()))
                    .collect(Collectors.joining());
            assertThat("an address may be signed", said, not(containsString("boat")));
        }
    }

    @Test
    void aPageAsksTheStoreOnceForEachFile() throws Exception {
        try (ShelfServer server = new ShelfServer(shelf, true)) {
            store(server);
            int before = ShelfArtifacts.looks();
            send(request("videos/"));
            // the video, its picture, and where they come from
            assertThat(ShelfArtifacts.looks() - before, is(3));
        }
    }

    @Test
    void isForThoseWhoMayReadTheJobAndItsArtifacts() throws Exception {
        build();
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger", "reader", "viewer")
                .grant(Item.READ)
                .everywhere()
                .to("reader", "viewer")
                .grant(Run.ARTIFACTS)
                .everywhere()
                .to("viewer"));
        for (String path : new String[] {"video", "thumbnail"}) {
            assertThat(send(as("stranger", get(path))).statusCode(), is(404));
            assertThat(send(as("reader", get(path))).statusCode(), is(200));
        }
        assertThat(send(as("stranger", request("videos/progress"))).statusCode(), is(404));
        assertThat(send(as("reader", request("videos/progress"))).statusCode(), is(200));
        System.setProperty(PERMISSION_PROPERTY, "true");
        for (String path : new String[] {"video", "thumbnail"}) {
            assertThat(send(as("reader", get(path))).statusCode(), is(403));
            assertThat(send(as("viewer", get(path))).statusCode(), is(200));
        }
        String page = new String(send(as("reader", request("videos/"))).body(), StandardCharsets.UTF_8);
        assertThat(page, containsString("You may not see the artifacts"));
    }

    private void build() throws Exception {
        run = new Builds(jenkins).succeed(SCRIPT);
        try (var file =
                run.getArtifactManager().root().child(record().file().name()).open()) {
            video = file.readAllBytes();
        }
    }

    private void store(ShelfServer server) throws Exception {
        ArtifactManagerConfiguration.get()
                .getArtifactManagerFactories()
                .add(ShelfArtifacts.servedFrom(server.url(), shelf));
        build();
    }

    private RenderRecord record() {
        return run.getAction(BuildVideos.class).records().get(0);
    }

    private HttpRequest.Builder get(String path) {
        return request("videos/render/" + record().key() + "/" + path);
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(jenkins.getURL() + run.getUrl() + path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder as(String user, HttpRequest.Builder request) {
        String token = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization", "Basic " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
