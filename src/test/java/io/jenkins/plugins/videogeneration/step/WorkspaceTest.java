package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Needle;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class WorkspaceTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;

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

    @Test
    void getsTheVideoAndItsProvenanceBesidesTheArtifacts() throws Exception {
        WorkflowRun run = builds.succeed("node { generateVideo prompt: 'A paper boat', seconds: '4' }");
        FilePath workspace = workspaceOf(run, jenkins.jenkins);
        assertThat(names(workspace), containsInAnyOrder("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
        assertThat(artifacts(run), contains("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
        assertThat(
                Sha256.of(Path.of(workspace.child("a-paper-boat.mp4").getRemote())),
                is(Sha256.of(artifact(run, "a-paper-boat.mp4"))));
    }

    @Test
    void theProvenanceTellsTheWholeStory() throws Exception {
        WorkflowRun run =
                builds.succeed("node { generateVideo prompt: 'A paper boat', size: '1280x720', seconds: '4' }");
        String json =
                workspaceOf(run, jenkins.jenkins).child("a-paper-boat.mp4.json").readToString();
        RenderRecord record = RecordJson.readRecord(json.getBytes(StandardCharsets.UTF_8));
        assertThat(JSONObject.fromObject(json).getString("generator").startsWith("Video Generation "), is(true));
        assertThat(record.request().service(), is(TestService.NAME));
        assertThat(record.request().text("prompt"), is("A paper boat"));
        assertThat(record.file().sha256(), is(Sha256.of(artifact(run, "a-paper-boat.mp4"))));
        assertThat(record.file().width(), is(1280));
        assertThat(record.status(), is("completed"));
    }

    @Test
    void getsTheVideoInTheFolderThatTheFileNames() throws Exception {
        WorkflowRun run = builds.succeed("""
                node {
                    generateVideo prompt: 'A paper boat', file: 'out/of the/harbour.mp4'
                    if (!fileExists('out/of the/harbour.mp4')) { error 'no video' }
                }
                """);
        assertThat(artifacts(run), contains("out/of the/harbour.mp4", "out/of the/harbour.mp4.json"));
    }

    @Test
    void keepsNothingOfTheVideoOfTheBuildBefore() throws Exception {
        WorkflowJob job = builds.pipeline("node { generateVideo prompt: 'A paper boat', seconds: params.SECONDS }");
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("SECONDS", "4")));
        WorkflowRun first = jenkins.buildAndAssertSuccess(job);
        WorkflowRun second = jenkins.assertBuildStatusSuccess(
                job.scheduleBuild2(0, new ParametersAction(new StringParameterValue("SECONDS", "8"))));
        String now =
                workspaceOf(second, jenkins.jenkins).child("a-paper-boat.mp4").digest();
        assertThat(now, is(new FilePath(artifact(second, "a-paper-boat.mp4").toFile()).digest()));
        assertThat(now.equals(new FilePath(artifact(first, "a-paper-boat.mp4").toFile()).digest()), is(false));
    }

    @Test
    void isTheAgentsWhereTheKeyNeverComes() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("studio"));
        WorkflowRun run = builds.succeed("""
                node('studio') {
                    generateVideo prompt: 'A paper boat', file: 'videos/boat.mp4'
                    writeFile file: 'key.txt', text: '%s'
                }
                """.formatted(TestService.KEY));
        FilePath workspace = workspaceOf(run, agent);
        assertThat(names(workspace.child("videos")), containsInAnyOrder("boat.mp4", "boat.mp4.json"));
        assertThat(artifacts(run), contains("videos/boat.mp4", "videos/boat.mp4.json"));
        // the file that the pipeline wrote shows that the search finds what is there
        List<Path> found = new Needle(TestService.KEY).filesBelow(Path.of(agent.getRemoteFS()));
        assertThat(found, contains(Path.of(workspace.child("key.txt").getRemote())));
    }

    @Test
    void getsTwoVideosOfOnePromptUnderTwoNames() throws Exception {
        long posts = service.posts();
        WorkflowRun run = builds.succeed("""
                node {
                    parallel one: { generateVideo 'A paper boat' }, two: { generateVideo 'A paper boat' }
                }
                """);
        assertThat(
                artifacts(run),
                contains("a-paper-boat-2.mp4", "a-paper-boat-2.mp4.json", "a-paper-boat.mp4", "a-paper-boat.mp4.json"));
        assertThat(service.posts() - posts, is(2L));
    }

    @Test
    void doesNotGetTwoVideosUnderTheSameName() throws Exception {
        long posts = service.posts();
        WorkflowRun run = builds.fail("""
                node {
                    generateVideo prompt: 'A paper boat', file: 'boat.mp4'
                    generateVideo prompt: 'A steam boat', file: 'Boat.mp4'
                }
                """);
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'file' 'Boat.mp4' is the file of another video of this build. Choose another"
                        + " name. Nothing was sent."));
        assertThat(service.posts() - posts, is(1L));
    }

    @Test
    void mayBeTheOnlyPlaceOfTheVideo() throws Exception {
        WorkflowRun run = builds.succeed("""
                node {
                    def video = generateVideo prompt: 'A paper boat', archive: false
                    if (video.url != null) { error "there is no artifact at ${video.url}" }
                }
                """);
        assertThat(artifacts(run), is(empty()));
        assertThat(
                names(workspaceOf(run, jenkins.jenkins)),
                containsInAnyOrder("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there that few have")
    @Test
    void isWrittenToThroughNoLinkThatLeadsOut() throws Exception {
        WorkflowJob job = builds.pipeline("node { generateVideo prompt: 'A paper boat', file: 'boat.mp4' }");
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
        FilePath outside = jenkins.jenkins.getRootPath().child("outside.txt");
        outside.write("as it was", null);
        workspace.mkdirs();
        workspace.child("boat.mp4.part").symlinkTo(outside.getRemote(), jenkins.createTaskListener());
        workspace.child("boat.mp4.json").symlinkTo(outside.getRemote(), jenkins.createTaskListener());
        jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0));
        assertThat(outside.readToString(), is("as it was"));
        assertThat(names(workspace), containsInAnyOrder("boat.mp4", "boat.mp4.json"));
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there that few have")
    @Test
    void isWrittenToThroughNoLinkThatWasMadeMeanwhile() throws Exception {
        try (TestService slow = TestService.rendersOnDemand()) {
            Settings.services(slow.configured());
            WorkflowRun run = builds.start("node { generateVideo prompt: 'A paper boat', file: 'out/boat.mp4' }");
            jenkins.waitForMessage("The service took it", run);
            FilePath outside = jenkins.jenkins.getRootPath().child("outside");
            outside.mkdirs();
            FilePath workspace = workspaceOf(run, jenkins.jenkins);
            workspace.mkdirs();
            workspace.child("out").symlinkTo(outside.getRemote(), jenkins.createTaskListener());
            slow.finishRenders();
            builds.finish(Result.FAILURE, run);
            assertThat(outside.list(), is(empty()));
            assertThat(artifacts(run), contains("out/boat.mp4", "out/boat.mp4.json"));
        }
    }

    private static FilePath workspaceOf(WorkflowRun run, Node node) {
        return node.getWorkspaceFor(run.getParent());
    }

    private static List<String> names(FilePath folder) throws Exception {
        return folder.list().stream().map(FilePath::getName).toList();
    }

    private static Path artifact(WorkflowRun run, String name) {
        return new File(run.getArtifactsDir(), name).toPath();
    }
}
