package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Images;
import io.jenkins.plugins.videogeneration.fixture.PostBox;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import okio.ByteString;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a video starts from: how it comes to the service, and what is refused before that. */
@WithJenkins
class InputReferenceStepTest {

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

    @Test
    void anImageOfTheWorkspaceGoesAlongAsItIs() throws Exception {
        byte[] image = Images.png(64, 36);
        WorkflowRun run = succeed("size: '64x36', inputReference: 'images/start.png'", "images/start.png", image);
        assertThat(service.parts().get("input_reference"), is(ByteString.of(image)));
        assertThat(service.parts().get("size").utf8(), is("64x36"));
        assertLeavesNothingButTheJournal(run);
    }

    @Test
    void anImageGoesAlongWhateverItsSizeIfTheServiceDecidesTheVideos() throws Exception {
        byte[] image = Images.png(10, 10);
        succeed("inputReference: 'start.png'", "start.png", image);
        assertThat(service.parts().get("input_reference"), is(ByteString.of(image)));
    }

    @Test
    void anImageOfAnAgentGoesAlong() throws Exception {
        Node agent = jenkins.createOnlineSlave(Label.get("studio"));
        byte[] image = Images.png(64, 36);
        WorkflowJob job = builds.pipeline("""
                node('studio') { generateVideo prompt: 'A', wait: false, size: '64x36', inputReference: 'start.png' }
                """);
        put(agent.getWorkspaceFor(job), "start.png", image);
        jenkins.buildAndAssertSuccess(job);
        assertThat(service.parts().get("input_reference"), is(ByteString.of(image)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesThatDoNotComeKeepNoOtherRenderWaiting() throws Exception {
        WorkflowJob job = builds.pipeline("""
                def branches = [:]
                for (int i = 0; i < %d; i++) {
                    branches['r' + i] = { generateVideo prompt: 'A', inputReference: 'start.png' }
                }
                node { parallel branches }
                """.formatted(RenderRuntime.WORKERS + RenderRuntime.BEGINNERS));
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
        workspace.mkdirs();
        // whoever reads it waits until somebody writes
        File pipe = new File(workspace.child("start.png").getRemote());
        assertThat(new ProcessBuilder("mkfifo", pipe.getPath()).start().waitFor(), is(0));
        try (TestService studio = TestService.rendersOnDemand()) {
            Settings.services(studio.configured());
            WorkflowRun other = builds.start("generateVideo prompt: 'A paper boat', pollSeconds: 1");
            jenkins.waitForMessage("The service took it", other);
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            assertEventually(InputReferenceStepTest::bringing, is((long) RenderRuntime.BEGINNERS));
            studio.finishRenders();
            builds.finish(Result.SUCCESS, other);
            run.doStop();
            builds.finish(Result.ABORTED, run);
        } finally {
            new RandomAccessFile(pipe, "rw").close();
        }
    }

    /** How many threads bring files just now. */
    private static long bringing() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack ->
                        Stream.of(stack).anyMatch(call -> call.getClassName().endsWith(".WorkspaceFiles")))
                .count();
    }

    @Test
    void anImageOfAnotherSizeIsScaledAndCroppedIfThatIsWanted() throws Exception {
        WorkflowRun run = succeed(
                "size: '64x36', inputReference: 'start.png', fitInputReference: true",
                "start.png",
                Images.png(300, 100));
        BufferedImage sent = Images.read(service.parts().get("input_reference").toByteArray());
        assertThat(sent.getWidth() + "x" + sent.getHeight(), is("64x36"));
        // the picture keeps its shape: of the three thirds the middle one is left, and an edge of the others
        assertThat(new Color(sent.getRGB(32, 18)), is(Color.BLUE));
        assertThat(new Color(sent.getRGB(1, 18)), is(Color.RED));
        assertThat(new Color(sent.getRGB(62, 18)), is(Color.RED));
        assertLeavesNothingButTheJournal(run);
    }

    @Test
    void aUrlIsLeftToTheServiceToFetch() throws Exception {
        WorkflowRun run =
                builds.succeed(generate("inputReferenceUrl: 'https://images.example.com/start.png?signature=s3cret'"));
        assertThat(
                service.json().path("input_reference").path("image_url").asText(),
                is("https://images.example.com/start.png?signature=s3cret"));
        assertThat("a signature is as good as a key", everythingBelow(run), not(containsString("s3cret")));
    }

    @Test
    void aDataUrlGoesAlongAndIsNotWrittenDown() throws Exception {
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(Images.png(64, 36));
        WorkflowRun run = builds.succeed(generate("inputReferenceUrl: 'data:image/' + 'png;base64,' + '"
                + url.substring("data:image/png;base64,".length()) + "'"));
        assertThat(service.json().path("input_reference").path("image_url").asText(), is(url));
        String journal = Files.readString(journals(run).get(0));
        assertThat(journal, not(containsString(url)));
        assertThat(journal, containsString("data:sha256,"));
        assertThat(console(run), not(containsString("base64")));
    }

    @Test
    void aFileThatTheServiceHasIsNamedByItsId() throws Exception {
        builds.succeed(generate("inputReferenceFileId: 'file-123'"));
        assertThat(service.json().path("input_reference").path("file_id").asText(), is("file-123"));
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there that few have")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inputReference: 'no.png'      | The field 'inputReference' is 'no.png', but the workspace has no such file
            inputReference: 'images'      | The field 'inputReference' is 'images', but the workspace has no such file
            inputReference: 'empty.png'   | The field 'inputReference' is 'empty.png', but that file is empty
            inputReference: 'text.png'    | The field 'inputReference' is 'text.png', but that file is neither an image nor a video that is known here
            inputReference: 'link.png'    | The field 'inputReference' 'link.png' leads out of the workspace through a link
            inputReference: '../a.png'    | The field 'inputReference' '../a.png' has '..' in it, but has to stay inside the workspace
            inputReference: '/tmp/a.png'  | The field 'inputReference' '/tmp/a.png' is absolute, but has to be a path inside the workspace, for example videos/intro.mp4
            inputReference: 'start.png', size: '64x64' | The field 'inputReference' is an image of 64x36, but the video is to be 64x64. Give an image of that size, or use fitInputReference to have it scaled and cropped
            inputReference: 'start.png', size: '99999x99999', fitInputReference: true | The field 'inputReference' is not scaled to so many pixels here. Ask for a smaller video
            inputReference: 'start.png', inputReferenceUrl: 'https://a/b.png' | The field 'inputReferenceUrl' is set beside 'inputReference', but only one of them can be. Remove the others
            inputReferenceUrl: 'https://a/b.png', inputReferenceFileId: 'f1'  | The field 'inputReferenceFileId' is set beside 'inputReferenceUrl', but only one of them can be. Remove the others
            inputReferenceUrl: 'file:///etc/passwd' | The field 'inputReferenceUrl' has a URL that does not begin with http://, https:// or data:image/
            inputReferenceFileId: 'a/b'   | The field 'inputReferenceFileId' is 'a/b', but an id has no slashes and is more than dots
            """)
    void whatCannotBeRightIsRefusedBeforeAnythingIsPaid(String arguments, String words) throws Exception {
        int before = service.size();
        WorkflowJob job = builds.pipeline("node { " + generate(arguments) + " }");
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
        put(workspace, "start.png", Images.png(64, 36));
        put(workspace, "images/other.png", Images.png(64, 36));
        put(workspace, "empty.png", new byte[0]);
        put(workspace, "text.png", "no picture".getBytes(StandardCharsets.UTF_8));
        FilePath outside = jenkins.jenkins.getRootPath().child("outside.png");
        put(jenkins.jenkins.getRootPath(), "outside.png", Images.png(64, 36));
        workspace.child("link.png").symlinkTo(outside.getRemote(), jenkins.createTaskListener());
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(errorLines(run), contains("ERROR: " + words + ". Nothing was sent."));
        Builds.assertNoStackTrace(run);
        assertThat(service.size(), is(before));
        assertLeavesNoUpload(run);
    }

    @Test
    void aDamagedImageIsRefused() throws Exception {
        int before = service.size();
        byte[] head = new byte[20];
        System.arraycopy(Images.png(64, 36), 0, head, 0, head.length);
        WorkflowJob job = builds.pipeline("node { " + generate("inputReference: 'half.png', size: '64x36'") + " }");
        put(jenkins.jenkins.getWorkspaceFor(job), "half.png", head);
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(
                errorLines(run), contains(containsString("'inputReference' is image/png, but can't be read as such")));
        Builds.assertNoStackTrace(run);
        assertThat(service.size(), is(before));
    }

    @Test
    void aFileNeedsAWorkspace() throws Exception {
        int before = service.size();
        WorkflowRun run = builds.fail(generate("inputReference: 'start.png'"));
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'inputReference' is 'start.png', a file of the workspace, but there is no"
                        + " workspace. Use it inside node. Nothing was sent."));
        assertThat(service.size(), is(before));
    }

    private static String generate(String arguments) {
        return "generateVideo prompt: 'A', wait: false, " + arguments;
    }

    private WorkflowRun succeed(String arguments, String file, byte[] image) throws Exception {
        WorkflowJob job = builds.pipeline("node { " + generate(arguments) + " }");
        put(jenkins.jenkins.getWorkspaceFor(job), file, image);
        return jenkins.buildAndAssertSuccess(job);
    }

    private static void put(FilePath folder, String file, byte[] content) throws Exception {
        folder.child(file).copyFrom(new ByteArrayInputStream(content));
    }

    private static void assertLeavesNothingButTheJournal(WorkflowRun run) throws Exception {
        assertLeavesNoUpload(run);
        assertThat(journals(run).size(), is(1));
    }

    private static void assertLeavesNoUpload(WorkflowRun run) throws Exception {
        assertEventually(
                () -> filesBelow(run).stream()
                        .filter(file -> !file.endsWith("render.json"))
                        .toList(),
                is(empty()));
    }

    private static List<Path> journals(WorkflowRun run) throws IOException {
        return filesBelow(run).stream()
                .filter(file -> file.endsWith("render.json"))
                .toList();
    }

    private static List<Path> filesBelow(WorkflowRun run) throws IOException {
        Path folder = run.getRootDir().toPath().resolve("video-generation");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String everythingBelow(WorkflowRun run) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : filesBelow(run)) {
            text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return text.append(console(run)).toString();
    }
}
