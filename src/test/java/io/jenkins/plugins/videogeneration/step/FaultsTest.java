package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.assertNoStackTrace;
import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import hudson.slaves.OfflineCause;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.ArtifactManagerConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a build says and pays when something goes wrong, whatever it is: one line without a stack trace, one request. */
@WithJenkins
class FaultsTest {

    private static final String RENDER = "generateVideo prompt: 'A boat', file: 'boat.mp4', pollSeconds: 1";
    private static final String DOUBT = "\\. A render of 'studio' may be running and may be charged; it was not asked"
            + " for a second time\\. Look at the service's own list of videos from \\S+ on before you start it again\\."
            + " If the video is there, adopt it with generateVideo\\(adopt: 'ID'\\), or press 'Fetch what was rendered' on the"
            + " page of this build to have it looked for again\\.";
    private static final String NOT_LISTED = ", and the service's list shows no such render" + DOUBT;
    private static final Map<String, String> MP4 = Map.of("content-type", "video/mp4");
    private static final Map<String, String> HTML = Map.of("content-type", "text/html");

    private static JenkinsRule jenkins;

    private TestService service;
    private Builds builds;

    private record Injected(Operation operation, int calls, Fault fault) {}

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        service = TestService.rendersAtOnce();
        VideoService studio = service.configured();
        studio.setLargestVideoMiB(1);
        Settings.services(studio);
        builds = new Builds(jenkins);
    }

    @AfterEach
    void stop() {
        service.close();
        ArtifactManagerConfiguration.get().getArtifactManagerFactories().clear();
    }

    static Stream<Arguments> survived() {
        return Stream.of(
                argumentSet(
                        "the answer to the paid request is lost",
                        new Injected(Operation.CREATE, 1, Fault.answerLost()),
                        1,
                        "\\[video] The answer to the request was lost \\(POST /v1/videos: the connection to"
                                + " 127\\.0\\.0\\.1:\\d+ broke \\(.+\\)\\): looking for the video in the list of 'studio';"
                                + " nothing is asked for a second time"),
                argumentSet(
                        "the service has no place for now",
                        new Injected(Operation.CREATE, 2, Fault.status(429, Map.of("retry-after", "1"))),
                        3,
                        "\\[video] The service has not taken the request yet, and is asked again until \\S+Z at the"
                                + " latest \\(POST /v1/videos: HTTP 429: .*\\)\\. Trying again\\."),
                argumentSet(
                        "the service is down while it is asked",
                        new Injected(Operation.RETRIEVE, 4, Fault.status(503)),
                        1,
                        "\\[video] Fetched boat\\.mp4: .*"),
                argumentSet(
                        "the transfer breaks off",
                        new Injected(Operation.DOWNLOAD_CONTENT, 1, Fault.cutAfter(1000)),
                        1,
                        "\\[video] Fetched boat\\.mp4: .*"),
                argumentSet(
                        "the content is not there yet",
                        new Injected(Operation.DOWNLOAD_CONTENT, 1, Fault.status(404)),
                        1,
                        "\\[video] GET /v1/videos/video_[0-9a-f]+/content: HTTP 404: .*\\. Trying again\\."),
                argumentSet(
                        "JSON comes as a video",
                        new Injected(Operation.DOWNLOAD_CONTENT, 1, Fault.answer(200, MP4, "{\"detail\":\"gone\"}")),
                        1,
                        "\\[video] GET /v1/videos/video_[0-9a-f]+/content: HTTP 200: the answer is video/mp4, not the"
                                + " content of a video: gone.*\\. Trying again\\."),
                argumentSet(
                        "a login page comes as a video",
                        new Injected(
                                Operation.DOWNLOAD_CONTENT,
                                1,
                                Fault.answer(200, HTML, "<html><title>Sign in</title></html>")),
                        1,
                        "\\[video] GET /v1/videos/video_[0-9a-f]+/content: HTTP 200: the answer is text/html, not the"
                                + " content of a video: an HTML page 'Sign in'.*\\. Trying again\\."));
    }

    @ParameterizedTest
    @MethodSource("survived")
    void aBuildSurvives(Injected fault, int posts, String line) throws Exception {
        service.inject(fault.operation(), fault.calls(), fault.fault());

        WorkflowRun run = builds.succeed(RENDER);

        assertThat(service.posts(), is((long) posts));
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
        assertThat(lines(run, line).size(), is(1));
        assertNoStackTrace(run);
    }

    static Stream<Arguments> fatal() {
        return Stream.of(
                argumentSet(
                        "the connection breaks before the service acts",
                        new Injected(Operation.CREATE, 1, Fault.connectionLost()),
                        "ERROR: The answer to the request was lost \\(POST /v1/videos: the connection to"
                                + " 127\\.0\\.0\\.1:\\d+ broke \\(.+\\)\\)" + NOT_LISTED),
                argumentSet(
                        "a gateway fails",
                        new Injected(
                                Operation.CREATE,
                                1,
                                Fault.answer(502, HTML, "<html><title>Bad Gateway</title></html>")),
                        "ERROR: The answer to the request was lost \\(POST /v1/videos: HTTP 502: an HTML page"
                                + " 'Bad Gateway'.*\\)" + NOT_LISTED),
                argumentSet(
                        "the paid request is redirected",
                        new Injected(
                                Operation.CREATE,
                                1,
                                Fault.answer(307, Map.of("location", "http://elsewhere.invalid/"), "")),
                        "ERROR: The answer to the request was lost \\(POST /v1/videos: HTTP 307: the service redirects"
                                + " to another address.*\\)" + NOT_LISTED),
                argumentSet(
                        "the key is refused",
                        new Injected(Operation.CREATE, 1, Fault.status(401)),
                        "ERROR: POST /v1/videos: HTTP 401: .*\\. Check the API key and the way of authentication of the"
                                + " service\\."),
                argumentSet(
                        "the download is not allowed",
                        new Injected(Operation.DOWNLOAD_CONTENT, 9, Fault.status(403)),
                        "ERROR: GET /v1/videos/video_[0-9a-f]+/content: HTTP 403: .*"),
                argumentSet(
                        "the video is larger than the service's limit",
                        new Injected(Operation.DOWNLOAD_CONTENT, 1, Fault.answer(200, MP4, "\u0000".repeat(2_000_000))),
                        "ERROR: The video video_[0-9a-f]+ was rendered, but not fetched: it has 2\\.0 MB or more, and"
                                + " 1\\.0 MB is the limit\\. An administrator can raise the limit of the service\\. The"
                                + " service keeps the video for a while under its id\\."));
    }

    @ParameterizedTest
    @MethodSource("fatal")
    void aBuildFailsInOneLine(Injected fault, String error) throws Exception {
        service.inject(fault.operation(), fault.calls(), fault.fault());

        WorkflowRun run = builds.fail(RENDER);

        assertThat(errorLines(run), contains(matchesPattern(error)));
        assertThat(service.posts(), is(1L));
        assertThat(artifacts(run), is(empty()));
    }

    @Test
    void aVideoWhoseAgentIsGoneInTheMiddleOfTheDeliveryIsArchived() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("fragile"));
        ArtifactManagerConfiguration.get()
                .getArtifactManagerFactories()
                .add(new LostAgent(() -> agent.toComputer()
                        .disconnect(new OfflineCause.ByCLI("pulled the plug"))
                        .get()));

        WorkflowRun run = builds.start("node('fragile') { " + RENDER + " }");
        builds.finish(Result.FAILURE, run);

        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
        assertThat(service.posts(), is(1L));
        assertThat(
                lines(run, "ERROR: The video video_[0-9a-f]+ was rendered and fetched, but could not be delivered .*")
                        .size(),
                is(1));
        assertNoStackTrace(run);
    }

    private static List<String> lines(WorkflowRun run, String pattern) throws IOException {
        return console(run).lines().filter(line -> line.matches(pattern)).toList();
    }
}
