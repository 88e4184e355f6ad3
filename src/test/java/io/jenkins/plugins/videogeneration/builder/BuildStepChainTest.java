package io.jenkins.plugins.videogeneration.builder;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import hudson.EnvVars;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.CaptureEnvironmentBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The build steps one after the other in a freestyle job, each with what the one before found out. */
@WithJenkins
class BuildStepChainTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        Settings.services(service.configured());
    }

    @Test
    void eachUsesWhatTheOneBeforeFoundOut() throws Exception {
        GenerateVideoBuilder generate = new GenerateVideoBuilder("A paper boat");
        generate.setSeconds("4");
        ExtendVideoBuilder extend = new ExtendVideoBuilder("It meets a duck");
        extend.setId("$VIDEO_ID");
        extend.setSeconds("4");
        EditVideoBuilder edit = new EditVideoBuilder("In black and white");
        edit.setVideo("$VIDEO_FILE");
        DownloadVideoBuilder download = new DownloadVideoBuilder("$VIDEO_ID");
        download.setFile("copy-$BUILD_NUMBER.mp4");
        GenerateVideoBuilder cast = new GenerateVideoBuilder("A duck");
        cast.setSeconds("4");
        cast.setCharacters(List.of("$VIDEO_CHARACTER_ID"));
        cast.setExtra(Map.of("note", "take $BUILD_NUMBER", "seed", 7));
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(project(
                generate,
                new CreateVideoCharacterBuilder("Duck $BUILD_NUMBER", "$VIDEO_FILE"),
                extend,
                new RemixVideoBuilder("${VIDEO_ID}", "At night"),
                edit,
                download,
                cast,
                new DeleteVideoBuilder("$VIDEO_ID")));
        assertThat(
                artifacts(run),
                hasItems(
                        "a-paper-boat.mp4",
                        "it-meets-a-duck.mp4",
                        "at-night.mp4",
                        "in-black-and-white.mp4",
                        "copy-1.mp4",
                        "a-duck.mp4"));
        List<RenderRecord> renders = run.getAction(BuildVideos.class).records();
        assertThat(renders.get(2).request().path(), contains(renders.get(1).videoId(), "remix"));
        RenderRecord last = renders.get(5);
        assertThat(last.request().text("note"), is("take 1"));
        assertThat(last.request().text("characters"), matchesPattern("\\[\\{id=char_\\w+}]"));
        jenkins.assertLogContains("[video] The service knows the character Duck 1 as char_", run);
        jenkins.assertLogContains("[video] The service has deleted " + last.videoId(), run);
        assertThat(service.count(Operation.DELETE), is(1L));
        Builds.assertNoStackTrace(run);
    }

    @Test
    void theStepsAfterItSeeWhatItFoundOut() throws Exception {
        GenerateVideoBuilder first = new GenerateVideoBuilder("A paper boat");
        first.setThumbnail(true);
        first.setSize("1280x720");
        CaptureEnvironmentBuilder afterFirst = new CaptureEnvironmentBuilder();
        CaptureEnvironmentBuilder afterSecond = new CaptureEnvironmentBuilder();
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(project(
                first,
                new CreateVideoCharacterBuilder("Duck", "$VIDEO_FILE"),
                afterFirst,
                new GenerateVideoBuilder("A steam boat"),
                afterSecond));
        EnvVars one = afterFirst.getEnvVars();
        assertThat(one, hasEntry("VIDEO_FILE", "a-paper-boat.mp4"));
        assertThat(one, hasEntry("VIDEO_SIZE", "1280x720"));
        assertThat(one, hasEntry("VIDEO_STATUS", "completed"));
        assertThat(one, hasEntry("VIDEO_THUMBNAIL", "a-paper-boat.thumbnail.jpg"));
        assertThat(one, hasEntry("VIDEO_CHARACTER_NAME", "Duck"));
        assertThat(one.get("VIDEO_URL"), is(jenkins.getURL() + run.getUrl() + "artifact/a-paper-boat.mp4"));
        assertThat(one.get("VIDEO_SHA256"), matchesPattern("[0-9a-f]{64}"));
        assertThat(one.get("VIDEO_SUBMITTED_AT"), matchesPattern("\\d{4}-.*Z"));
        EnvVars two = afterSecond.getEnvVars();
        assertThat(two, hasEntry("VIDEO_FILE", "a-steam-boat.mp4"));
        assertThat("of another video", two, not(hasKey("VIDEO_THUMBNAIL")));
        assertThat(two.get("VIDEO_CHARACTER_ID"), is(one.get("VIDEO_CHARACTER_ID")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            null   | "Mallard" | The service has taken the character Mallard, but gave no id for it | Mallard | -
            "char" | null      | The service knows the character Duck 1 as char                     | Duck 1  | char
            """)
    void whatTheServiceLeavesOutOfACharacterIsNotToldAsNull(
            String id, String name, String line, String nameAfter, String idAfter) throws Exception {
        String body = "{\"id\":" + id + ",\"name\":" + name + "}";
        service.inject(
                Operation.CREATE_CHARACTER, 1, Fault.answer(200, Map.of("content-type", "application/json"), body));
        CaptureEnvironmentBuilder after = new CaptureEnvironmentBuilder();
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(project(
                new GenerateVideoBuilder("A paper boat"),
                new CreateVideoCharacterBuilder("Duck $BUILD_NUMBER", "$VIDEO_FILE"),
                after));
        jenkins.assertLogContains("[video] " + line, run);
        jenkins.assertLogNotContains("null", run);
        assertThat(after.getEnvVars().get("VIDEO_CHARACTER_NAME"), is(nameAfter));
        assertThat(after.getEnvVars().get("VIDEO_CHARACTER_ID"), is(idAfter));
    }

    @ParameterizedTest
    @MethodSource
    void whatCannotBeRightIsRefused(Builder builder, String words) throws Exception {
        int before = service.requests();
        FreeStyleBuild run = jenkins.buildAndAssertStatus(Result.FAILURE, project(builder));
        assertThat(errorLines(run), contains("ERROR: The field " + words + ". Nothing was sent."));
        Builds.assertNoStackTrace(run);
        assertThat(service.requests(), is(before));
    }

    static Stream<Arguments> whatCannotBeRightIsRefused() {
        ExtendVideoBuilder extend = new ExtendVideoBuilder("More");
        extend.setId("video_1");
        extend.setSeconds("21");
        EditVideoBuilder edit = new EditVideoBuilder("Other");
        edit.setVideo("no.mp4");
        DownloadVideoBuilder download = new DownloadVideoBuilder("video_1");
        download.setVariant("poster");
        return Stream.of(
                Arguments.of(
                        extend,
                        "'seconds' is '21', but one extension adds 20 seconds at most. Extend the video several times"),
                Arguments.of(edit, "'video' is 'no.mp4', but the workspace has no such file"),
                Arguments.of(download, "'variant' is 'poster', but has to be video, thumbnail or spritesheet"),
                Arguments.of(
                        new RemixVideoBuilder("", "Other"), "'id' is empty, but has to be an id that the service gave"),
                Arguments.of(
                        new CreateVideoCharacterBuilder("", "a.mp4"),
                        "'name' is empty. Prompts call the character by its name"),
                Arguments.of(
                        new DeleteVideoBuilder("a/b"),
                        "'id' is 'a/b', but an id has no slashes and is more than dots"));
    }

    private static FreeStyleProject project(Builder... builders) throws IOException {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().addAll(List.of(builders));
        return job;
    }
}
