package io.jenkins.plugins.videogeneration.run;

import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.Functions;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Needle;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Reads all that is written while builds render, and finds no key in it. */
@WithJenkins
class KeyIsNowhereTest {

    private static final int MOST_RECORDS = 1_000_000;
    private static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final List<Needle> SECRETS = List.of(new Needle(TestService.KEY), new Needle(WEBHOOK_SECRET));

    @RegisterExtension
    private static final TestService service = TestService.rendersOnDemand();

    private static JenkinsRule jenkins;

    private final LogRecorder log = new LogRecorder()
            .quiet()
            .record("io.jenkins.plugins.videogeneration", Level.ALL)
            .record("okhttp3", Level.ALL)
            .record(Logger.getLogger(""), Level.ALL)
            .capture(MOST_RECORDS);
    private Builds builds;
    private boolean writtenByThePipeline;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        VideoService studio = service.configured();
        studio.setWebhookCredentialsId("studio-webhooks");
        Settings.services(studio);
        Settings.secretText(jenkins.jenkins, Domain.global(), "studio-webhooks", WEBHOOK_SECRET);
        builds = new Builds(jenkins);
    }

    @AfterEach
    void notInTheLogs() {
        List<LogRecord> records = new ArrayList<>(log.getRecords());
        log.close();
        assertThat(records, is(not(empty())));
        assertThat("none was passed over", records.size(), is(lessThan(MOST_RECORDS)));
        List<String> found = records.stream()
                .map(KeyIsNowhereTest::everythingIn)
                .filter(KeyIsNowhereTest::tells)
                .toList();
        assertThat(found, writtenByThePipeline ? is(not(empty())) : is(empty()));
    }

    @Test
    void ofAPipelineThatWaitsAndEnds() throws Exception {
        WorkflowRun run = builds.start("node { generateVideo 'A paper boat' }");
        jenkins.waitForMessage("The service took it", run);
        assertThat(filesWithTheKey(), is(empty()));
        service.finishRenders();
        builds.finish(Result.SUCCESS, run);
        assertThat(filesWithTheKey(), is(empty()));
    }

    @Test
    void ofBuildsThatAreAbortedAdoptAndReuseWithAKeyOfTheirFolder() throws Exception {
        Folder folder = jenkins.createProject(Folder.class);
        Settings.secretText(folder, Domain.global(), "team-key", TestService.KEY);
        WorkflowJob job = folder.createProject(WorkflowJob.class, "film");
        String boat = "generateVideo prompt: 'A paper boat', credentialsId: 'team-key', onAbort: 'keep', ";

        job.setDefinition(new CpsFlowDefinition(boat + "reuse: true", true));
        WorkflowRun aborted = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("The service took it", aborted);
        aborted.doStop();
        builds.finish(Result.ABORTED, aborted);
        String id = aborted.getAction(BuildVideos.class).records().get(0).videoId();

        job.setDefinition(new CpsFlowDefinition(boat + "adopt: '" + id + "'", true));
        WorkflowRun adopting = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Adopting", adopting);
        assertThat(sendEvent(id), is(401));
        service.finishRenders();
        builds.finish(Result.SUCCESS, adopting);

        job.setDefinition(new CpsFlowDefinition(boat + "reuse: true", true));
        WorkflowRun rendering = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("The service took it", rendering);
        service.finishRenders();
        builds.finish(Result.SUCCESS, rendering);
        WorkflowRun reusing = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("nothing is asked for, and nothing is paid", reusing);
        assertThat(filesWithTheKey(), is(empty()));
    }

    /** With the secret itself for a signature, as somebody might try who has misread how it is used. */
    private static int sendEvent(String id) throws Exception {
        HttpRequest event = HttpRequest.newBuilder(
                        URI.create(jenkins.getURL() + "video-generation-webhook/?service=" + TestService.NAME))
                .POST(HttpRequest.BodyPublishers.ofString("{\"data\":{\"id\":\"" + id + "\"}}"))
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", String.valueOf(Instant.now().getEpochSecond()))
                .header("webhook-signature", "v1," + WEBHOOK_SECRET)
                .build();
        return HttpClient.newHttpClient()
                .send(event, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void ofABuildThatFails() throws Exception {
        service.inject(
                Operation.CREATE,
                1,
                Fault.answer(401, Map.of("content-type", "text/plain"), "Not a key of ours: " + TestService.KEY));
        WorkflowRun run = builds.fail("generateVideo 'A paper boat'");
        jenkins.assertLogContains("Not a key of ours: ****", run);
        assertThat(tells(console(run)), is(false));
        assertThat(filesWithTheKey(), is(empty()));
    }

    @Test
    void ofAFreestyleBuild() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new GenerateVideoBuilder("A paper boat"));
        var run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("The service took it", run);
        service.finishRenders();
        builds.finish(Result.SUCCESS, run);
        assertThat(filesWithTheKey(), is(empty()));
    }

    /** Shows that the others would find a key. */
    @Test
    void exceptWhereAPipelineWritesItItself() throws Exception {
        // its script is logged when it is compiled
        writtenByThePipeline = true;
        String base64 =
                Base64.getEncoder().encodeToString(("my key: " + TestService.KEY).getBytes(StandardCharsets.UTF_8));
        WorkflowRun run = builds.succeed("""
                node {
                    writeFile file: 'plain.txt', text: 'my key: %s'
                    writeFile file: 'encoded.txt', text: '%s'
                }
                """.formatted(TestService.KEY, base64));
        Path workspace =
                Path.of(jenkins.jenkins.getWorkspaceFor(run.getParent()).getRemote());
        assertThat(filesWithTheKey(), hasItem(workspace.resolve("plain.txt")));
        assertThat(filesWithTheKey(), hasItem(workspace.resolve("encoded.txt")));
        run.getParent().delete();
        jenkins.jenkins.getWorkspaceFor(run.getParent()).deleteRecursive();
    }

    private static List<Path> filesWithTheKey() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Needle secret : SECRETS) {
            files.addAll(secret.filesBelow(jenkins.jenkins.getRootDir().toPath()));
        }
        return files;
    }

    private static boolean tells(String text) {
        return SECRETS.stream().anyMatch(secret -> secret.isIn(text));
    }

    private static String everythingIn(LogRecord entry) {
        String thrown = entry.getThrown() == null ? "" : Functions.printThrowable(entry.getThrown());
        return entry.getMessage() + " " + Arrays.toString(entry.getParameters()) + " " + thrown;
    }
}
