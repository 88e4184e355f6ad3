package io.jenkins.plugins.videogeneration.artifact;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.Util;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.ShelfArtifacts;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.util.VirtualFile;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ArtifactStoreTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;

    @TempDir
    private File shelf;

    private Builds builds;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        Settings.services(service.configured());
        builds = new Builds(jenkins);
    }

    @AfterEach
    void standardStore() {
        ArtifactManagerConfiguration.get().getArtifactManagerFactories().clear();
    }

    @Test
    void aPipelinesVideoGoesToTheStoreThatJenkinsIsConfiguredWith() throws Exception {
        use(new ShelfArtifacts(shelf, false));
        WorkflowRun run = builds.succeed("generateVideo prompt: 'A paper boat', file: 'videos/boat.mp4'");
        assertOnTheShelf(run.getArtifactManager().root(), run.getArtifactsDir());
        assertThat(artifacts(run), contains("videos/boat.mp4", "videos/boat.mp4.json"));
    }

    @Test
    void aBuildStepsVideoGoesToTheStoreThatJenkinsIsConfiguredWith() throws Exception {
        use(new ShelfArtifacts(shelf, false));
        FreeStyleProject job = jenkins.createFreeStyleProject();
        GenerateVideoBuilder step = new GenerateVideoBuilder("A paper boat");
        step.setFile("videos/boat.mp4");
        job.getBuildersList().add(step);
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(job);
        assertOnTheShelf(run.getArtifactManager().root(), run.getArtifactsDir());
    }

    @Test
    void nothingLiesWithTheBuildASecondTime() throws Exception {
        WorkflowRun run = builds.succeed("generateVideo prompt: 'A paper boat', file: 'videos/boat.mp4'");
        assertThat(filesLeftOnTheWay(run), is(empty()));
    }

    @Test
    void aStoreThatFailsFailsTheBuildAndLeavesTheVideoOnTheController() throws Exception {
        use(new ShelfArtifacts(shelf, true));
        long posts = service.posts();
        WorkflowRun run = builds.fail("node { generateVideo prompt: 'A paper boat', file: 'boat.mp4' }");
        assertThat(
                errorLines(run),
                contains(matchesPattern("ERROR: The video video_[0-9a-f]+ was rendered and fetched, but could not be"
                        + " delivered \\(the shelf is full\\)\\. Mend the cause\\. The service keeps the video for a"
                        + " while under its id\\.")));
        assertThat(filesLeftOnTheWay(run), contains("boat.mp4", "boat.mp4.json"));
        assertThat(service.posts() - posts, is(1L));
    }

    @Test
    void anArchivedVideoCanBePlayed() throws Exception {
        WorkflowRun run = builds.succeed("generateVideo prompt: 'A boat', size: '1280x720', seconds: '4'");
        File video = new File(run.getArtifactsDir(), "a-boat.mp4");
        assertEquals("h264,1280,720", ffprobe(video, "stream=codec_name,width,height"));
        assertEquals(4.0, Double.parseDouble(ffprobe(video, "format=duration")), 0.1);
    }

    private static void use(ShelfArtifacts store) {
        ArtifactManagerConfiguration.get().getArtifactManagerFactories().add(store);
    }

    private void assertOnTheShelf(VirtualFile root, File standardFolder) throws IOException {
        assertThat(Path.of(root.toURI()).startsWith(shelf.toPath()), is(true));
        assertThat(root.child("videos/boat.mp4").isFile(), is(true));
        assertThat(root.child("videos/boat.mp4.json").isFile(), is(true));
        assertFalse(standardFolder.exists(), "The standard store was used as well");
    }

    /** What is left in the folder through which the video went, but for the journal. */
    private static List<String> filesLeftOnTheWay(WorkflowRun run) throws IOException {
        BuildVideos videos = run.getAction(BuildVideos.class);
        RenderRecord record = videos.records().get(0);
        try (var files = Files.walk(videos.folder(record.key()))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("render.json"))
                    .sorted()
                    .toList();
        }
    }

    private static String ffprobe(File video, String entries) throws Exception {
        assumeTrue(
                List.of(Util.fixNull(System.getenv("PATH")).split(File.pathSeparator)).stream()
                        .anyMatch(folder -> new File(folder, "ffprobe").canExecute()),
                "ffprobe is not installed");
        Process process = new ProcessBuilder(
                        "ffprobe", "-v", "error", "-show_entries", entries, "-of", "csv=p=0", video.getPath())
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }
}
