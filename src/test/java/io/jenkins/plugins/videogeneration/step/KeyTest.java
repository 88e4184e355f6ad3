package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.XmlFile;
import hudson.model.Fingerprint;
import hudson.model.Result;
import hudson.model.Saveable;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.AuthenticationScheme;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class KeyTest {

    private static final String FOLDER_KEY = "folder-key";

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;

    private Builds builds;
    private int requestsBefore;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        Settings.noCredentials();
        Settings.services(service.configured());
        builds = new Builds(jenkins);
        requestsBefore = service.requests();
    }

    @Test
    void theServicesKeyIsTrackedAsUsedByTheBuild() throws Exception {
        WorkflowRun run = builds.succeed("generateVideo 'a'");
        Fingerprint usage = CredentialsProvider.getFingerprintOf(key(TestService.CREDENTIALS_ID));
        assertThat(usage.getRangeSet(run.getParent()).includes(run.getNumber()), is(true));
    }

    @Test
    void theUseOfAKeyIsWrittenDownOnceHoweverOftenTheServiceIsAsked() throws Exception {
        try (TestService slow = TestService.rendersIn(Duration.ofMillis(500))) {
            Settings.services(slow.configured());
            builds.succeed("generateVideo 'a'");
            SavesOf saves = new SavesOf(CredentialsProvider.getFingerprintOf(key(TestService.CREDENTIALS_ID)));
            SaveableListener.all().add(saves);
            long questions = slow.count(Operation.RETRIEVE);
            slow.inject(Operation.RETRIEVE, 10, Fault.status(503, Map.of("retry-after-ms", "100")));
            builds.succeed("generateVideo 'a'");
            SaveableListener.all().remove(saves);
            assertThat(slow.count(Operation.RETRIEVE) - questions, is(greaterThan(10L)));
            assertThat(saves.count.get(), is(1));
        }
    }

    /** Counts how often one fingerprint is written. */
    private static final class SavesOf extends SaveableListener {
        private final AtomicInteger count = new AtomicInteger();
        private final String hash;

        SavesOf(Fingerprint fingerprint) {
            hash = fingerprint.getHashString();
        }

        @Override
        public void onChange(Saveable saved, XmlFile file) {
            if (saved instanceof Fingerprint fingerprint
                    && fingerprint.getHashString().equals(hash)) {
                count.incrementAndGet();
            }
        }
    }

    @Test
    void aWrongKeyIsToldInTheServicesWordsWithTheRequestsId() throws Exception {
        Settings.secretText(jenkins.jenkins, Domain.global(), TestService.CREDENTIALS_ID, "sk-mistyped");
        WorkflowRun run = builds.fail("generateVideo 'a'");
        assertThat(
                errorLines(run),
                contains(matchesPattern("ERROR: POST /v1/videos: HTTP 401: The API key is not valid\\."
                        + " \\[code invalid_api_key] \\[request id [^]]+]\\."
                        + " Check the API key and the way of authentication of the service\\.")));
        jenkins.assertLogNotContains("sk-mistyped", run);
    }

    @Test
    void aServiceWithoutACredentialSaysWhoCanChooseOne() throws Exception {
        Settings.services(TestService.configured("studio", service.baseUrl(), null));
        WorkflowRun run = builds.fail("generateVideo 'a'");
        assertThat(
                errorLines(run),
                contains("ERROR: The video service 'studio' has no credential. An administrator can choose one in"
                        + " Manage Jenkins > System > Video services."));
        nothingWasSent();
    }

    @Test
    void aServicesMissingCredentialSaysWhereToAddIt() throws Exception {
        Settings.noCredentials();
        WorkflowRun run = builds.fail("generateVideo 'a'");
        assertThat(
                errorLines(run),
                contains("ERROR: The credential 'studio-key' of the video service 'studio' was not found. Add a"
                        + " credential of the kind Secret text with that id in Manage Jenkins > Credentials; its domain"
                        + " has to allow " + service.baseUrl() + "."));
        nothingWasSent();
    }

    @Test
    void aServicesKeyIsNotUsedOutsideItsDomain() throws Exception {
        Settings.noCredentials();
        Settings.secretText(
                jenkins.jenkins, Settings.onlyFor("videos.example.com"), TestService.CREDENTIALS_ID, TestService.KEY);
        WorkflowRun run = builds.fail("generateVideo 'a'");
        assertThat(errorLines(run), contains(containsString("The credential 'studio-key' of the video service")));
        nothingWasSent();
    }

    @Test
    void aServicesKeyIsUsedInsideItsDomain() throws Exception {
        Settings.noCredentials();
        Settings.secretText(
                jenkins.jenkins, Settings.onlyFor("127.0.0.1"), TestService.CREDENTIALS_ID, TestService.KEY);
        builds.succeed("generateVideo 'a'");
    }

    @Test
    void aStepMayUseAKeyOfItsFolder() throws Exception {
        Settings.services(TestService.configured("studio", service.baseUrl(), null));
        Folder folder = folderWithKey(Domain.global());
        WorkflowJob job = pipelineIn(folder);
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        StringCredentials used = CredentialsProvider.findCredentialById(FOLDER_KEY, StringCredentials.class, run);
        assertThat(CredentialsProvider.getFingerprintOf(used).getRangeSet(job).includes(run.getNumber()), is(true));
    }

    @Test
    void aStepsKeyIsNotUsedOutsideItsDomain() throws Exception {
        WorkflowJob job = pipelineIn(folderWithKey(Settings.onlyFor("videos.example.com")));
        assertKeyIsNotThere(jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0)));
    }

    @Test
    void aStepDoesNotGetAKeyOfAnotherFolder() throws Exception {
        folderWithKey(Domain.global());
        WorkflowJob job = pipelineIn(jenkins.createProject(Folder.class));
        assertKeyIsNotThere(jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0)));
    }

    @Test
    void aStepsKeyTakesThePlaceOfTheServices() throws Exception {
        Settings.secretText(jenkins.jenkins, Domain.global(), TestService.CREDENTIALS_ID, "sk-of-nobody");
        jenkins.buildAndAssertSuccess(pipelineIn(folderWithKey(Domain.global())));
    }

    @Test
    void aServiceThatAsksForNoKeyGetsNone() throws Exception {
        HttpKind kind = new HttpKind(service.baseUrl());
        kind.setAuthentication(AuthenticationScheme.NONE);
        kind.setCredentialsId(TestService.CREDENTIALS_ID);
        Settings.services(new VideoService("studio", kind));
        WorkflowRun run = builds.fail("generateVideo 'a'");
        assertThat(errorLines(run), contains(containsString("HTTP 401: No API key was given")));
    }

    private void assertKeyIsNotThere(WorkflowRun run) throws IOException {
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'credentialsId' is 'folder-key', but this build may use no credential of the"
                        + " kind Secret text with that id for the video service 'studio'. Add it to the job's folder or"
                        + " in Manage Jenkins > Credentials; its domain has to allow " + service.baseUrl() + "."));
        Builds.assertNoStackTrace(run);
        nothingWasSent();
    }

    private void nothingWasSent() {
        assertThat(service.requests(), is(requestsBefore));
    }

    private static Folder folderWithKey(Domain domain) throws Exception {
        Folder folder = jenkins.createProject(Folder.class);
        Settings.secretText(folder, domain, FOLDER_KEY, TestService.KEY);
        return folder;
    }

    private static WorkflowJob pipelineIn(Folder folder) throws Exception {
        WorkflowJob job = folder.createProject(WorkflowJob.class, "film");
        job.setDefinition(
                new CpsFlowDefinition("generateVideo prompt: 'a', credentialsId: '" + FOLDER_KEY + "'", true));
        return job;
    }

    private static StringCredentials key(String id) {
        List<StringCredentials> all = CredentialsProvider.lookupCredentialsInItemGroup(
                StringCredentials.class, jenkins.jenkins, ACL.SYSTEM2, List.of());
        return all.stream().filter(key -> key.getId().equals(id)).findFirst().orElseThrow();
    }
}
