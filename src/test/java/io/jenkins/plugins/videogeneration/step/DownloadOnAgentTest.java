package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;
import io.jenkins.plugins.videogeneration.artifact.VideoDelivery;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.fixture.Needle;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Agents are processes of their own here. What they ask for goes through a proxy that the controller does not use. */
@WithJenkins
class DownloadOnAgentTest {

    private static final String RENDER =
            "node('studio') { generateVideo prompt: 'A paper boat', file: 'videos/boat.mp4' }";

    private static final long SLOW_BYTES_PER_SECOND = 2_000;

    private static JenkinsRule jenkins;

    private final TestService service = TestService.rendersAtOnce();
    private final Gate proxy = new Gate(service.baseUrl());
    private final List<RecordedRequest> fromAgent = new CopyOnWriteArrayList<>();
    private final VideoService studio = service.configured();
    private Builds builds;
    private DumbSlave agent;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws Exception {
        studio.setDownloadOnAgent(true);
        Settings.services(studio);
        builds = new Builds(jenkins);
        proxy.at(
                Gate.Moment.ARRIVAL,
                request -> {
                    fromAgent.add(request);
                    return false;
                },
                () -> {});
    }

    @AfterEach
    void close() throws Exception {
        jenkins.disconnectSlave(agent);
        jenkins.jenkins.removeNode(agent);
        proxy.close();
        service.close();
    }

    @Test
    void isDoneByTheAgentWithTheKeyInItsMemoryAlone() throws Exception {
        startAgent(throughTheProxy());

        WorkflowRun run = builds.succeed(RENDER);

        assertThat(service.posts(), is(1L));
        assertThat(service.count(Operation.DOWNLOAD_CONTENT), is(1L));
        assertThat(fromAgent.stream().map(Gate::isContent).toList(), contains(true));
        assertThat(fromAgent.get(0).getHeaders().values("Authorization"), contains("Bearer " + TestService.KEY));
        assertThat(artifacts(run), contains("videos/boat.mp4", "videos/boat.mp4.json"));
        FilePath videos = workspaceOf(run).child("videos");
        assertThat(
                videos.list().stream().map(FilePath::getName).toList(),
                containsInAnyOrder("boat.mp4", "boat.mp4.json"));
        VideoFile told = provenance(run).file();
        assertThat(Sha256.of(artifact(run, "videos/boat.mp4")), is(told.sha256()));
        assertThat(Sha256.of(Path.of(videos.child("boat.mp4").getRemote())), is(told.sha256()));
        assertThat(
                videos.child("boat.mp4.json").readToString(),
                is(Files.readString(artifact(run, "videos/boat.mp4.json"))));
        assertKeyIsNowhere(run);
    }

    @Test
    void isNotDoneByTheAgentOtherwise() throws Exception {
        studio.setDownloadOnAgent(false);
        startAgent(throughTheProxy());

        WorkflowRun run = builds.succeed(RENDER);

        assertThat(fromAgent, is(empty()));
        assertThat(service.count(Operation.DOWNLOAD_CONTENT), is(1L));
        assertThat(workspaceOf(run).child("videos/boat.mp4").exists(), is(true));
        assertKeyIsNowhere(run);
    }

    @Test
    void isDoneByTheControllerWithoutAnAgent() throws Exception {
        startAgent(throughTheProxy());

        WorkflowRun run = builds.succeed("generateVideo prompt: 'A paper boat', file: 'boat.mp4'");

        assertThat(fromAgent, is(empty()));
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
    }

    @Test
    void needsNoArtifact() throws Exception {
        startAgent(throughTheProxy());

        WorkflowRun run = builds.succeed(
                "node('studio') { generateVideo prompt: 'A paper boat', file: 'boat.mp4', archive: false }");

        assertThat(fromAgent.size(), is(1));
        assertThat(artifacts(run), is(empty()));
        assertThat(workspaceOf(run).child("boat.mp4.json").exists(), is(true));
    }

    @Test
    void takesNoKeyToASignedAddressElsewhere() throws Exception {
        startAgent(new EnvVars());
        WorkflowRun first = builds.succeed("generateVideo prompt: 'A paper boat', file: 'boat.mp4'");
        try (MockWebServer store = new MockWebServer()) {
            store.start();
            store.enqueue(new MockResponse.Builder()
                    .body(new Buffer().write(Files.readAllBytes(artifact(first, "boat.mp4"))))
                    .build());
            String signed = store.url("/boat.mp4?signature=4711").toString();
            service.inject(Operation.DOWNLOAD_CONTENT, 1, Fault.answer(302, Map.of("location", signed), ""));

            WorkflowRun run = builds.succeed(RENDER);

            RecordedRequest request = store.takeRequest();
            assertThat(new Needle(TestService.KEY).isIn(request.getHeaders().toString()), is(false));
            assertThat(request.getHeaders().get("Authorization") == null, is(true));
            assertThat(store.getRequestCount(), is(1));
            assertThat(videoLines(run), hasItem(matchesPattern(".*The agent '.*' fetches videos/boat.mp4 by itself")));
            assertThat(console(run), not(containsString("the controller fetches it")));
            assertThat(Sha256.of(artifact(run, "videos/boat.mp4")), is(Sha256.of(artifact(first, "boat.mp4"))));
        }
    }

    @Test
    void isDoneByTheControllerIfTheAgentCannot() throws Exception {
        startAgent(new EnvVars("JAVA_TOOL_OPTIONS", proxyOptions(1)));

        WorkflowRun run = builds.succeed(RENDER);

        assertThat(
                videoLines(run),
                hasItem(matchesPattern(
                        ".*The agent '.*' could not fetch videos/boat.mp4 \\(.+\\): the controller fetches it")));
        assertThat(artifacts(run), contains("videos/boat.mp4", "videos/boat.mp4.json"));
        assertThat(
                workspaceOf(run).child("videos/boat.mp4").length(),
                is(provenance(run).file().bytes()));
        assertThat(service.posts(), is(1L));
    }

    @Test
    void isDoneByTheControllerIfTheAgentIsKilledInTheMiddle() throws Exception {
        proxy.throttleContent(SLOW_BYTES_PER_SECOND);
        Set<Long> before = children();
        startAgent(throughTheProxy());
        List<Long> process =
                children().stream().filter(pid -> !before.contains(pid)).toList();

        WorkflowRun run = builds.start(RENDER);
        FilePath part = workspaceOf(run).child("videos/boat.mp4.agent.part");
        // what has come by then is not enough to be written
        assertEventually(new File(part.getRemote())::exists, is(true));
        process.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        builds.finish(Result.FAILURE, run);

        assertThat(videoLines(run), hasItem(containsString("the controller fetches it")));
        assertThat(artifacts(run), contains("videos/boat.mp4", "videos/boat.mp4.json"));
        assertThat(console(run), containsString("was rendered and fetched, but could not be delivered"));
        assertThat(service.posts(), is(1L));
        Builds.assertNoStackTrace(run);
    }

    @Test
    void holdsTheLimitOfSizeOnTheAgent() throws Exception {
        studio.setLargestVideoMiB(1);
        startAgent(throughTheProxy());
        service.inject(
                Operation.DOWNLOAD_CONTENT,
                2,
                Fault.answer(200, Map.of("content-type", "video/mp4"), "\u0000".repeat(2_000_000)));

        WorkflowRun run = builds.fail(RENDER);

        assertThat(fromAgent.size(), is(1));
        assertThat(videoLines(run), hasItem(containsString("(has 2.0 MB or more, and 1.0 MB is the limit)")));
        assertThat(workspaceOf(run).child("videos").list(), is(empty()));
    }

    /** As after a restart between the fetching and the delivery. */
    @Test
    void isNotDoneAgainIfTheVideoIsThere() throws Exception {
        startAgent(throughTheProxy());
        WorkflowRun run = builds.succeed(RENDER);
        FilePath workspace = workspaceOf(run);
        RenderRecord record = provenance(run);
        VideoDelivery delivery =
                new VideoDelivery(run, place(workspace), true, TaskListener.NULL, () -> studio.agentAccess(run, null));

        VideoFile again = delivery.fetch(record).orElseThrow().get();

        assertThat(again, is(record.file()));
        assertThat(service.count(Operation.DOWNLOAD_CONTENT), is(1L));

        workspace.child("videos/boat.mp4").write("something else", null);
        assertThat(delivery.fetch(record).orElseThrow().get(), is(record.file()));
        assertThat(service.count(Operation.DOWNLOAD_CONTENT), is(2L));
        assertThat(workspace.child("videos/boat.mp4").length(), is(record.file().bytes()));
    }

    private static DeliveryPlace place(FilePath workspace) {
        return new DeliveryPlace() {
            @Override
            public FilePath workspace() {
                return workspace;
            }

            @Override
            public Launcher launcher() throws IOException, InterruptedException {
                return workspace.createLauncher(TaskListener.NULL);
            }
        };
    }

    private void startAgent(EnvVars environment) throws Exception {
        // a name of its own: Jenkins would go on with the process of an earlier agent of the same name
        agent = jenkins.createSlave("agent-" + UUID.randomUUID(), "studio", environment);
        jenkins.waitOnline(agent);
    }

    private EnvVars throughTheProxy() {
        return new EnvVars(
                "JAVA_TOOL_OPTIONS", proxyOptions(URI.create(proxy.baseUrl()).getPort()));
    }

    private static String proxyOptions(int port) {
        // anything but an empty list would be added to what Java leaves out by itself: this machine
        return "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=" + port + " -Dhttp.nonProxyHosts=";
    }

    private static Set<Long> children() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private void assertKeyIsNowhere(WorkflowRun run) throws Exception {
        Needle key = new Needle(TestService.KEY);
        assertThat(key.isIn(console(run)), is(false));
        assertThat(key.filesBelow(Path.of(agent.getRemoteFS())), is(empty()));
        // build.xml and program.dat among them
        assertThat(key.filesBelow(jenkins.jenkins.getRootDir().toPath()), is(empty()));
    }

    private FilePath workspaceOf(WorkflowRun run) {
        return agent.getWorkspaceFor(run.getParent());
    }

    private static Path artifact(WorkflowRun run, String name) {
        return new File(run.getArtifactsDir(), name).toPath();
    }

    private static RenderRecord provenance(WorkflowRun run) throws Exception {
        return RecordJson.readRecord(Files.readAllBytes(artifact(run, "videos/boat.mp4.json")));
    }
}
