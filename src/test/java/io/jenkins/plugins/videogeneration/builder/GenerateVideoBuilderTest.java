package io.jenkins.plugins.videogeneration.builder;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GenerateVideoBuilderTest {

    @RegisterExtension
    private static final TestService service =
            TestService.rendersAtOnce(new PromptRule("forbidden", PromptRule.Effect.MODERATION_BLOCKED));

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
    void bringsAVideoIntoTheWorkspaceAndTheArtifacts() throws Exception {
        long posts = service.posts();
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(project(new GenerateVideoBuilder("A paper boat")));
        assertThat(artifacts(run), contains("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
        assertThat(run.getWorkspace().child("a-paper-boat.mp4").exists(), is(true));
        assertThat(service.posts() - posts, is(1L));
        Builds.assertNoStackTrace(run);
    }

    @Test
    void putsVariablesAndParametersIntoItsFields() throws Exception {
        GenerateVideoBuilder builder = new GenerateVideoBuilder("Take $BUILD_NUMBER of ${SUBJECT} for $5");
        builder.setModel("$MODEL");
        builder.setSize("$SIZE");
        builder.setSeconds("${SECONDS}");
        builder.setService("${SERVICE}");
        builder.setFile("takes/$BUILD_NUMBER.mp4");
        FreeStyleProject job = project(builder);
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("SUBJECT", "a boat"),
                new StringParameterDefinition("MODEL", "sora-2-pro"),
                new StringParameterDefinition("SIZE", "1280x720"),
                new StringParameterDefinition("SECONDS", "4"),
                new StringParameterDefinition("SERVICE", TestService.NAME)));
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(job);
        RenderRequest request =
                run.getAction(BuildVideos.class).records().get(0).request();
        assertThat(request.text("prompt"), is("Take 1 of a boat for $5"));
        assertThat(request.text("model"), is("sora-2-pro"));
        assertThat(request.text("size"), is("1280x720"));
        assertThat(request.text("seconds"), is("4"));
        assertThat(artifacts(run), contains("takes/1.mp4", "takes/1.mp4.json"));
    }

    @Test
    void takesAVariableThatIsEmptyForAFieldThatIsLeftBlank() throws Exception {
        GenerateVideoBuilder builder = new GenerateVideoBuilder("A paper boat");
        builder.setModel("$NOTHING");
        builder.setFile("$NOTHING");
        builder.setInputReferenceUrl("${NOTHING}");
        builder.setOnAbort("$NOTHING");
        FreeStyleProject job = project(builder);
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("NOTHING", "")));
        assertThat(
                artifacts(jenkins.buildAndAssertSuccess(job)), contains("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
    }

    @Test
    void mayLeaveTheVideoInTheWorkspaceAlone() throws Exception {
        GenerateVideoBuilder builder = new GenerateVideoBuilder("A paper boat");
        builder.setArchive(false);
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(project(builder));
        assertThat(artifacts(run), is(empty()));
        assertThat(run.getWorkspace().child("a-paper-boat.mp4.json").exists(), is(true));
    }

    @Test
    void bringsTheVideoToTheAgentThatTheBuildRunsOn() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        FreeStyleProject job = project(new GenerateVideoBuilder("A paper boat"));
        job.setAssignedNode(agent);
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(job);
        assertThat(run.getBuiltOn(), is(agent));
        assertThat(agent.getWorkspaceFor(job).child("a-paper-boat.mp4").exists(), is(true));
        assertThat(artifacts(run), contains("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
    }

    @Test
    void rendersTwiceInOneBuild() throws Exception {
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(
                project(new GenerateVideoBuilder("A paper boat"), new GenerateVideoBuilder("A paper boat")));
        assertThat(
                artifacts(run),
                contains("a-paper-boat-2.mp4", "a-paper-boat-2.mp4.json", "a-paper-boat.mp4", "a-paper-boat.mp4.json"));
    }

    @Test
    void refusesWhatAFieldExpandsTo() throws Exception {
        int requests = service.requests();
        GenerateVideoBuilder builder = new GenerateVideoBuilder("A paper boat");
        builder.setSize("$BUILD_NUMBER");
        FreeStyleBuild run = jenkins.buildAndAssertStatus(Result.FAILURE, project(builder));
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'size' is '1', but has to be WIDTHxHEIGHT in pixels, for example 1280x720."
                        + " Nothing was sent."));
        Builds.assertNoStackTrace(run);
        assertThat(service.requests(), is(requests));
    }

    @Test
    void failsInTheServicesWords() throws Exception {
        FreeStyleBuild run =
                jenkins.buildAndAssertStatus(Result.FAILURE, project(new GenerateVideoBuilder("A forbidden boat")));
        assertThat(errorLines(run), contains(containsString("blocked by the moderation system. (moderation_blocked)")));
        Builds.assertNoStackTrace(run);
    }

    @Test
    void endsWithAnAbortedBuildAndHasTheRenderDeleted() throws Exception {
        try (TestService slow = TestService.rendersOnDemand()) {
            Settings.services(slow.configured());
            FreeStyleBuild run = project(new GenerateVideoBuilder("A paper boat"))
                    .scheduleBuild2(0)
                    .waitForStart();
            jenkins.waitForMessage("The service took it", run);
            run.doStop();
            builds.finish(Result.ABORTED, run);
            assertEventually(slow::deletes, is(1L));
            assertThat(
                    videoLines(run),
                    hasItem(matchesPattern(
                            "\\[video] Nobody wants video_[0-9a-f]+ any more: asking the service to delete it")));
            Builds.assertNoStackTrace(run);
        }
    }

    @Test
    void isAStepOfAPipelineTooThatTakesNumbers() throws Exception {
        WorkflowRun run = builds.succeed("""
                node {
                    step([$class: 'GenerateVideoBuilder', prompt: 'A paper boat', seconds: 8])
                    if (!fileExists('a-paper-boat.mp4')) { error 'no video' }
                }
                """);
        assertThat(artifacts(run), contains("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
        assertThat(run.getAction(BuildVideos.class).records().get(0).request().text("seconds"), is("8"));
    }

    private static FreeStyleProject project(GenerateVideoBuilder... steps) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().addAll(List.of(steps));
        return job;
    }
}
