package io.jenkins.plugins.videogeneration.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.jvnet.hudson.test.LogRecorder.recorded;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class BuildVideosTest {

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
    void theRecordsOfABuildAreThereWhenJenkinsHasLoadedItAnew() throws Exception {
        WorkflowRun run = builds.succeed("""
                generateVideo 'A paper boat'
                catchError(buildResult: 'SUCCESS') { generateVideo 'A forbidden boat' }
                """);
        List<RenderRecord> before = videos(run).records();
        assertThat(before, hasSize(2));
        WorkflowRun loaded = loadedAnew(run);
        assertThat(videos(loaded), is(not(sameInstance(videos(run)))));
        assertThat(videos(loaded).records(), is(equalTo(before)));
    }

    @Test
    void aNameStaysTakenWhenJenkinsHasLoadedTheBuildAnew() throws Exception {
        WorkflowRun run = loadedAnew(builds.succeed("generateVideo prompt: 'A paper boat', file: 'boat.mp4'"));
        assertThrows(
                InvalidRequestException.class, () -> videos(run).reserveName("another", "boat.mp4", "A steam boat"));
        assertThat(videos(run).reserveName("another", null, "Boat"), is("boat-2.mp4"));
    }

    @Test
    void theNameOfARenderThatLeftNothingIsFree() throws Exception {
        WorkflowRun run = builds.fail("generateVideo prompt: 'A forbidden boat', file: 'boat.mp4'");
        assertThat(videos(run).reserveName("another", "boat.mp4", "A steam boat"), is("boat.mp4"));
    }

    @Test
    void theRecordsGoWithAJobThatIsRenamed() throws Exception {
        WorkflowRun run = builds.succeed("generateVideo 'A paper boat'");
        List<RenderRecord> before = videos(run).records();
        run.getParent().renameTo("renamed");
        assertThat(videos(run).records(), is(before));
    }

    @Test
    void aJournalThatCannotBeReadIsLoggedAndLeftOut() throws Exception {
        WorkflowRun run = builds.succeed("generateVideo 'A paper boat'; generateVideo 'A steam boat'");
        List<RenderRecord> records = videos(run).records();
        Path journal = videos(run).folder(records.get(0).key()).resolve("render.json");
        Files.writeString(journal, "{ this is no");
        try (LogRecorder log =
                new LogRecorder().record(RenderFolders.class, Level.WARNING).capture(5)) {
            assertThat(videos(run).records(), contains(records.get(1)));
            assertThat(log, recorded(Level.WARNING, containsString("Cannot read the journal in ")));
        }
    }

    /** Jenkins adds an action to a build before it tells the action so: a page may ask it in between. */
    @Test
    void canBeAskedFromTheBeginning() throws Exception {
        WorkflowRun run = builds.succeed("echo 'no video'");
        assertThat(new BuildVideos(run).records(), is(empty()));
    }

    /** It leaves a mark that it was asked for, beside the folders of renders. */
    @Test
    void aCharacterIsNotTakenForARender() throws Exception {
        WorkflowRun run = builds.succeed("""
                node {
                    generateVideo prompt: 'A duck', file: 'duck.mp4'
                    createVideoCharacter name: 'A duck', video: 'duck.mp4'
                }
                """);
        try (LogRecorder log =
                new LogRecorder().record(RenderFolders.class, Level.WARNING).capture(5)) {
            assertThat(videos(run).records(), hasSize(1));
            assertThat(log.getMessages(), is(empty()));
        }
    }

    private static BuildVideos videos(WorkflowRun run) {
        return run.getAction(BuildVideos.class);
    }

    private static WorkflowRun loadedAnew(WorkflowRun run) throws Exception {
        jenkins.jenkins.reload();
        WorkflowRun loaded = jenkins.jenkins
                .getItemByFullName(run.getParent().getFullName(), WorkflowJob.class)
                .getBuildByNumber(run.getNumber());
        assertThat(loaded, is(not(sameInstance(run))));
        return loaded;
    }
}
