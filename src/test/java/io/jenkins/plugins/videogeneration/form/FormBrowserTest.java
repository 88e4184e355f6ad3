package io.jenkins.plugins.videogeneration.form;

import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.tasks.Builder;
import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.EnforcedPolicy;
import io.jenkins.plugins.videogeneration.fixture.FormPage;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.run.OpenRenders;
import io.jenkins.plugins.videogeneration.service.FolderLimits;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms in a real browser, under an enforced content security policy. Skipped where there is no Chromium. */
@ExtendWith(EnforcedPolicy.class)
@WithJenkins
class FormBrowserTest {

    private static final String CONFIGURATION = "form[name=config]";

    private static JenkinsRule jenkins;

    @TempDir
    private static Path profile;

    private static Chromium browser;

    private TestService studio;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ExtensionList.lookupSingleton(ThemeManagerPageDecorator.class).setTheme(new DarkThemeSystemManagerFactory());
        browser = Chromium.start(profile);
        browser.resize(1280, 1000);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void configure() throws Exception {
        studio = TestService.rendersOnDemand();
        Settings.services(studio.configured());
    }

    @AfterEach
    void nothingWentWrong() {
        studio.close();
        assertThat(browser.takeProblems(), is(empty()));
    }

    @Test
    void aServiceIsAddedFilledInTestedAndSaved() throws Exception {
        VideoServices.get().setServices(List.of());
        browser.open(jenkins.getURL() + "manage/configure");
        new FormPage(browser, CONFIGURATION).clickButton("Add service");
        FormPage service = new FormPage(browser, "[name=services]");
        assertThat(service.placeholder("baseUrl"), is("https://videos.example.com/v1"));
        assertThat(service.placeholder("model"), is("The service's own default"));
        service.enter("preset", "AZURE");
        service.awaitShown("[name='_.headerName']");
        assertThat(service.value("headerName"), is("api-key"));

        service.enter("name", "studio");
        service.enter("baseUrl", "ftp://videos");
        service.awaitComplaint("baseUrl", "The base URL 'ftp://videos' is no http or https URL");
        service.enter("baseUrl", studio.baseUrl());
        service.enter("preset", "OPENAI");
        service.enter("credentialsId", TestService.CREDENTIALS_ID);
        service.clickButton("Test connection");
        service.awaitShown(".jenkins-validate-button__container__status table");
        assertThat(
                service.text(".jenkins-validate-button__container__status tr:nth-child(6)"),
                matchesPattern("(?s).*Key [0-9,]+ ms\nThe service accepts the key\\."));

        browser.evaluate("document.querySelector('.jenkins-submit-button').click()");
        assertEventually(() -> VideoServices.get().getServices(), hasSize(1));
        VideoService saved = VideoServices.get().getServices().get(0);
        assertThat(((HttpKind) saved.getKind()).getCredentialsId(), is(TestService.CREDENTIALS_ID));
    }

    @Test
    void theSnippetGeneratorChecksAndWritesAStep() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        StepForm form = StepForm.open(browser, job, "generateVideo");
        FormPage step = form.page();
        assertThat(step.placeholder("timeoutMinutes"), is("30"));
        step.enter("prompt", "A paper boat");
        step.enter("size", "720p");
        step.awaitComplaint("size", "Size is '720p', but has to be WIDTHxHEIGHT in pixels");
        step.enter("size", "1280x720");
        assertThat(form.generate(), is("generateVideo prompt: 'A paper boat', size: '1280x720'"));
    }

    @Test
    void aFreestyleJobGetsABuildStep() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        browser.open(job.getAbsoluteUrl() + "configure");
        FormPage step = BuildStepForm.add(browser, new GenerateVideoBuilder("").getDescriptor())
                .page();
        step.enter("prompt", "A paper boat");
        step.enter("file", "../boat.mp4");
        step.awaitComplaint("file", "has to stay inside the workspace");
        step.enter("file", "boat.mp4");
        browser.evaluate("document.querySelector('.jenkins-submit-button').click()");
        assertEventually(() -> job.getBuildersList().getAll(GenerateVideoBuilder.class), hasSize(1));
        assertThat(job.getBuildersList().get(GenerateVideoBuilder.class).getFile(), is("boat.mp4"));
    }

    @Test
    void aFolderLimitsWhatItsJobsAskFor() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        browser.open(folder.getAbsoluteUrl() + "configure");
        FormPage limits = new FormPage(browser, CONFIGURATION);
        limits.clickButton("Add limits");
        limits.enter("rendersPerDay", "many");
        limits.awaitComplaint("rendersPerDay", "has to be a whole number");
        limits.enter("rendersPerDay", "20");
        browser.evaluate("document.querySelector('.jenkins-submit-button').click()");
        assertEventually(() -> folder.getProperties().getAll(FolderLimits.class), hasSize(1));
    }

    @Test
    void aVideoIsDeletedAtTheServiceOnlyAfterAQuestion() throws Exception {
        String id = leaveAVideo();
        browser.open(jenkins.getURL() + "manage/undelivered-videos/");
        browser.evaluate("document.querySelector('a[data-url^=\"delete?\"]').click()");
        browser.await("document.querySelector('dialog[open]')");
        assertThat(
                browser.evaluate("document.querySelector('dialog[open]').innerText")
                        .textValue()
                        .contains(id),
                is(true));
        assertThat(studio.deletes(), is(0L));
        browser.evaluate("document.querySelector('dialog[open] [data-id=ok]').click()");
        assertEventually(() -> OpenRenders.get().all(), is(empty()));
        assertThat(studio.deletes(), is(1L));
    }

    /** A video that a build has asked for and that nobody waits for. */
    private static String leaveAVideo() throws Exception {
        new Builds(jenkins).succeed("generateVideo prompt: 'A paper boat', wait: false");
        return OpenRenders.get().all().get(0).record().videoId();
    }

    @Test
    void nothingKeepsPeopleOutOfSettings() throws Exception {
        leaveAVideo();
        browser.open(jenkins.getURL() + "manage/configure");
        assertNothingKeepsPeopleOutOfForm("[name=services]");
        browser.open(jenkins.createProject(Folder.class).getAbsoluteUrl() + "configure");
        new FormPage(browser, CONFIGURATION).clickButton("Add limits");
        assertNothingKeepsPeopleOutOfForm("[name=limits]");
        browser.open(jenkins.getURL() + "manage/undelivered-videos/");
        assertNothingKeepsPeopleOutOf(".undelivered-videos");
        assertThat(
                "links and buttons of one row are equally high",
                browser.evaluate("""
                        new Set([...document.querySelectorAll('.undelivered-videos .jenkins-button')]
                          .map(button => Math.round(button.getBoundingClientRect().height))).size
                        """).intValue(),
                is(1));
    }

    @Test
    void nothingKeepsPeopleOutOfSteps() throws Exception {
        WorkflowJob pipeline = jenkins.createProject(WorkflowJob.class);
        List<String> steps = OurForms.steps();
        assertThat(steps, hasItem("generateVideo"));
        for (String step : steps) {
            StepForm.open(browser, pipeline, step);
            browser.await("document.querySelector(`.dropdownList-container [name='_.service']`)");
            assertNothingKeepsPeopleOutOfForm(".dropdownList-container");
        }
        FreeStyleProject job = jenkins.createFreeStyleProject();
        browser.open(job.getAbsoluteUrl() + "configure");
        for (Descriptor<Builder> builder : OurForms.builders()) {
            BuildStepForm.add(browser, builder);
        }
        assertNothingKeepsPeopleOutOfForm("[descriptorid*=videogeneration]");
    }

    /** As far as the eye, a narrow window and a keyboard without a mouse are concerned. */
    private static void assertNothingKeepsPeopleOutOfForm(String part) throws Exception {
        assertNothingKeepsPeopleOutOf(part);
        FormPage form = new FormPage(browser, part);
        browser.resize(320, 1000);
        assertThat(form.illPlaced(), is(empty()));
        browser.resize(1280, 1000);
        for (String contrast : List.of("none", "active")) {
            browser.prefer(Map.of("forced-colors", contrast));
            assertThat(form.unreachable(), is(empty()));
        }
        browser.prefer(Map.of());
    }

    /** In the end: names and choices of fields come a little after the form, and colours change slowly. */
    private static void assertNothingKeepsPeopleOutOf(String part) throws Exception {
        FormPage form = new FormPage(browser, part);
        browser.await("document.querySelector('" + part + "')");
        form.unfold();
        for (boolean dark : new boolean[] {true, false}) {
            browser.preferDark(dark);
            assertEventually(form::seriousViolations, is(empty()));
        }
    }
}
