package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Images;
import io.jenkins.plugins.videogeneration.fixture.PostBox;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.AuthenticationScheme;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What cannot be right for a step that begins with a video, a character or a list: refused in words, and nothing is sent. */
@WithJenkins
class StepRefusalTest {

    @RegisterExtension
    private static final PostBox service = new PostBox();

    private static JenkinsRule jenkins;

    private Builds builds;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        Settings.services(TestService.configured("box", service.baseUrl(), TestService.CREDENTIALS_ID));
        builds = new Builds(jenkins);
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(service.size(), is(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            retrieveVideo ''                               | The field 'id' is empty, but has to be an id that the service gave
            retrieveVideo 'a/b'                            | The field 'id' is 'a/b', but an id has no slashes and is more than dots
            retrieveVideo '..'                             | The field 'id' is '..', but an id has no slashes and is more than dots
            deleteVideo ' '                                | The field 'id' is empty, but has to be an id that the service gave
            deleteVideo '../files/x'                       | The field 'id' is '../files/x', but an id has no slashes and is more than dots
            getVideoCharacter 'a\\\\b'                     | The field 'id' is 'a\\b', but an id has no slashes and is more than dots
            waitForVideo ''                                | The field 'id' is empty, but has to be an id that the service gave
            waitForVideo 'a/b'                             | The field 'id' is 'a/b', but an id has no slashes and is more than dots
            downloadVideo 'a/b'                            | The field 'id' is 'a/b', but an id has no slashes and is more than dots
            downloadVideo id: 'a', variant: 'poster'       | The field 'variant' is 'poster', but has to be video, thumbnail or spritesheet
            downloadVideo id: 'a', file: '../a.mp4'        | The field 'file' '../a.mp4' has '..' in it, but has to stay inside the workspace
            remixVideo id: '', prompt: 'a'                 | The field 'id' is empty, but has to be an id that the service gave
            remixVideo id: 'a/b', prompt: 'a'              | The field 'id' is 'a/b', but an id has no slashes and is more than dots
            remixVideo id: 'a', prompt: ''                 | The field 'prompt' is empty. Say in words what the video shall show
            editVideo 'a'                                  | The field 'id' is missing. Name the video to edit by its id, or give a file
            editVideo id: 'a/b', prompt: 'a'               | The field 'id' is 'a/b', but an id has no slashes and is more than dots
            extendVideo prompt: 'a', seconds: 8            | The field 'id' is missing. Name the video to extend by its id, or give a file
            extendVideo prompt: 'a', id: 'v'               | The field 'seconds' is missing. Say how many seconds to add, for example 8
            extendVideo prompt: 'a', id: 'v', seconds: 21  | The field 'seconds' is '21', but one extension adds 20 seconds at most. Extend the video several times
            extendVideo prompt: 'a', id: 'v', seconds: 0   | The field 'seconds' is '0', but has to be a positive number, for example 8
            extendVideo prompt: 'a', id: 'v', video: 'v.mp4', seconds: 8 | The field 'video' is set beside 'id', but only one of them can be. Remove one
            extendVideo prompt: 'a', video: 'v.mp4', seconds: 8 | The field 'video' is 'v.mp4', a file of the workspace, but there is no workspace. Use it inside node
            createVideoCharacter name: '', video: 'v.mp4'  | The field 'name' is empty. Prompts call the character by its name
            createVideoCharacter name: 'x' * 81, video: 'v.mp4' | The field 'name' has 81 characters, but 80 is the limit. Shorten it
            createVideoCharacter name: 'x', video: 'v.mp4' | The field 'video' is 'v.mp4', a file of the workspace, but there is no workspace. Use it inside node
            generateVideo prompt: 'a', characters: ['a', 'b', 'c'] | The field 'characters' has 3 ids, but 2 is the limit
            generateVideo prompt: 'a', characters: ['a/b'] | The field 'characters' is 'a/b', but an id has no slashes and is more than dots
            listVideos limit: 0                            | The field 'limit' is 0, but has to be from 1 to 10000
            listVideos limit: 10001                        | The field 'limit' is 10001, but has to be from 1 to 10000
            listVideos order: 'newest'                     | The field 'order' is 'newest', but has to be asc or desc
            """)
    void refusesWhatCannotBeRight(String step, String words) throws Exception {
        WorkflowRun run = builds.fail(step);
        assertThat(errorLines(run), contains("ERROR: " + words + ". Nothing was sent."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            createVideoCharacter name: 'x', video: 'a.png'       | The field 'video' is no video. Give a video that shows the character
            createVideoCharacter name: 'x', video: 'no.mp4'      | The field 'video' is 'no.mp4', but the workspace has no such file
            editVideo prompt: 'a', video: 'a.png'                | The field 'video' is image/png, but has to be a video
            extendVideo prompt: 'a', video: 'a.png', seconds: 8  | The field 'video' is image/png, but has to be a video
            """)
    void refusesAFileThatIsNoVideo(String step, String words) throws Exception {
        WorkflowJob job = builds.pipeline("node { " + step + " }");
        FilePath image = jenkins.jenkins.getWorkspaceFor(job).child("a.png");
        image.copyFrom(new ByteArrayInputStream(Images.png(64, 36)));
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(errorLines(run), contains("ERROR: " + words + ". Nothing was sent."));
        Builds.assertNoStackTrace(run);
        assertThat("copies of files", filesOf(run), is(0L));
    }

    /** What is paid for has to be asked for until it is ready. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            download-content | downloadVideo 'v'                      | download the content of a video
            retrieve         | waitForVideo 'v'                       | retrieve a video
            retrieve         | generateVideo prompt: 'a', adopt: 'v'  | retrieve a video
            retrieve         | generateVideo prompt: 'a'              | retrieve a video
            remix            | remixVideo id: 'v', prompt: 'a'        | remix a video
            list             | listVideos()                           | list videos
            """)
    void whatItsServiceIsKnownToLackIsToldBeforeAnythingIsSent(String lacking, String step, String operation)
            throws Exception {
        HttpKind kind = new HttpKind(service.baseUrl());
        kind.setAuthentication(AuthenticationScheme.NONE);
        kind.setLacks(lacking);
        Settings.services(new VideoService("box", kind));
        WorkflowRun run = builds.fail(step);
        assertThat(
                errorLines(run),
                contains("ERROR: The video service 'box' cannot " + operation + ". Nothing was sent."));
    }

    @Test
    void anExtensionIsHeldToTheLimitOfItsService() throws Exception {
        HttpKind kind = new HttpKind(service.baseUrl());
        kind.setAuthentication(AuthenticationScheme.NONE);
        kind.setExtensionSeconds("8");
        Settings.services(new VideoService("box", kind));
        WorkflowRun run = builds.fail("extendVideo prompt: 'a', id: 'v', seconds: 9");
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'seconds' is '9', but one extension adds 8 seconds at most."
                        + " Extend the video several times. Nothing was sent."));
    }

    @Test
    void aStepThatAsksNamesTheServicesThatThereAre() throws Exception {
        WorkflowRun run = builds.fail("listVideos service: 'theatre'");
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'service' is 'theatre', but there is no video service with that name."
                        + " Known: box."));
    }

    private static long filesOf(WorkflowRun run) throws IOException {
        Path folder = run.getRootDir().toPath().resolve("video-generation");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
