package io.jenkins.plugins.videogeneration.form;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.tasks.Builder;
import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.FormPage;
import io.jenkins.plugins.videogeneration.fixture.Look;
import io.jenkins.plugins.videogeneration.fixture.Pictures;
import io.jenkins.plugins.videogeneration.fixture.ReadersLanguage;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.ServicePreset;
import io.jenkins.plugins.videogeneration.service.SimulatorKind;
import io.jenkins.plugins.videogeneration.service.VideoPrice;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Takes a picture of each form, for {@code bin/screenshots}; it is no test, and none of the suite. */
@ExtendWith(ReadersLanguage.class)
@WithJenkins
class FormScreenshots {

    private static final String SERVICE = "[name=services]";

    @TempDir
    private Path profile;

    private final TestService studio = TestService.rendersAtOnce();
    private JenkinsRule jenkins;
    private Chromium browser;
    private Pictures pictures;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ExtensionList.lookupSingleton(ThemeManagerPageDecorator.class).setTheme(new DarkThemeSystemManagerFactory());
        Settings.services(studio.configured());
        browser = Chromium.start(profile);
        pictures = Pictures.of(browser);
    }

    @AfterEach
    void end() {
        browser.close();
        studio.close();
    }

    @Test
    void takeServices() throws Exception {
        FormPage form = new FormPage(browser, SERVICE);
        pictures.takePart("service-form", () -> showUnfolded(system(), form), SERVICE, Look.usual());
        pictures.takePart("service-form", () -> showUnfolded(system(), form), SERVICE, Look.forcedColours());
        pictures.takePart("service-form", () -> showUnfolded(system(), form), SERVICE, Look.languages());
        for (ServicePreset preset : ServicePreset.values()) {
            pictures.takePart("service-" + preset, () -> showPreset(form, preset), SERVICE, Look.usual());
        }
        pictures.takePart("service-complaints", () -> showComplaints(form), SERVICE, Look.usual());
        pictures.takePart("service-help", () -> showHelp(system(), form), SERVICE, Look.usual());
        String http = "[name=services] [name=kind]";
        pictures.takePart("test-connection", () -> showTest(form), http, Look.usual());
        studio.close();
        pictures.takePart("test-connection-failed", () -> showTest(form), http, Look.usual());

        VideoService testCard = new VideoService("test-card", new SimulatorKind());
        testCard.setPrices(List.of(new VideoPrice("0.10"), new VideoPrice("0.30")));
        Settings.services(testCard);
        pictures.takePart("service-simulator", () -> showUnfolded(system(), form), SERVICE, Look.usual());
        Settings.services();
        String section = "section:has(.video-generation-field-names)";
        pictures.takePart("services-none", () -> browser.open(system()), section, Look.usual());
    }

    private String system() throws Exception {
        return jenkins.getURL() + "manage/configure";
    }

    @Test
    void takeSteps() throws Exception {
        WorkflowJob pipeline = jenkins.createProject(WorkflowJob.class, "trailer");
        pictures.take("snippet-generator", () -> showSnippet(pipeline), Look.usual());
        pictures.take("snippet-generator", () -> showSnippet(pipeline), Look.languages());
        String form = ".dropdownList-container";
        for (String step : OurForms.steps()) {
            pictures.takePart("step-" + step, () -> showStep(pipeline, step), form, Look.usual());
        }
        pictures.takePart("step-generateVideo", () -> showStep(pipeline, "generateVideo"), form, Look.forcedColours());
        pictures.takePart("step-generateVideo", () -> showStep(pipeline, "generateVideo"), form, Look.languages());
    }

    @Test
    void takeBuildSteps() throws Exception {
        FreeStyleProject job = jenkins.createProject(FreeStyleProject.class, "nightly");
        for (Descriptor<Builder> builder : OurForms.builders()) {
            String name = builder.clazz.getSimpleName();
            String step = "[descriptorid$=" + name + "]";
            pictures.takePart("freestyle-" + name, () -> showBuildStep(job, builder), step, Look.usual());
        }
        job.getBuildersList().add(new GenerateVideoBuilder("A paper boat sails down a rainy street"));
        String filled = "[descriptorid$=GenerateVideoBuilder]";
        FormPage form = new FormPage(browser, filled);
        String configuration = job.getAbsoluteUrl() + "configure";
        pictures.takePart("freestyle", () -> showUnfolded(configuration, form), filled, Look.usual());
    }

    @Test
    void takeFolder() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        String limits = "section:has([name=limits])";
        pictures.takePart("folder", () -> showLimits(folder), limits, Look.usual());
        pictures.take("folder-empty", () -> showFolder(folder), Look.usual());
        pictures.take("folder-empty", () -> showFolder(folder), Look.languages());
    }

    private void showUnfolded(String url, FormPage form) throws Exception {
        browser.open(url);
        form.awaitShown("button.advanced-button");
        form.unfold();
    }

    private void showPreset(FormPage service, ServicePreset preset) throws Exception {
        browser.open(system());
        service.enter("preset", preset.name());
        service.unfold();
    }

    private void showComplaints(FormPage service) throws Exception {
        showUnfolded(system(), service);
        complain(service, "baseUrl", "ftp://videos", "is no http or https URL");
        complain(service, "headers", "no header", "NAME=VALUE");
        complain(service, "lacks", "remix, dance", "is no operation");
        complain(service, "size", "720p", "but has to be WIDTHxHEIGHT");
        complain(service, "seconds", "soon", "but has to be a positive number");
        complain(service, "largestVideoMiB", "0", "Must be 1");
        complain(service, "rendersPerDay", "many", "'many'");
        complain(service, "costPerDay", "little", "'little'");
    }

    private static void complain(FormPage form, String field, String value, String words) throws Exception {
        form.enter(field, value);
        form.awaitComplaint(field, words);
    }

    private void showHelp(String url, FormPage form) throws Exception {
        showUnfolded(url, form);
        form.openHelp();
    }

    private void showTest(FormPage service) throws Exception {
        browser.open(system());
        service.enter("credentialsId", TestService.CREDENTIALS_ID);
        service.clickButton("Test connection");
        service.awaitShown(".jenkins-validate-button__container__status table");
    }

    private void showSnippet(WorkflowJob job) throws Exception {
        StepForm form = StepForm.open(browser, job, "generateVideo");
        form.page().enter("prompt", "A paper boat sails down a rainy street, seen from above");
        form.page().enter("size", "1280x720");
        form.page().enter("seconds", "4");
        form.generate();
    }

    private void showStep(WorkflowJob job, String step) throws Exception {
        StepForm form = StepForm.open(browser, job, step);
        form.page().awaitShown("[name='_.service']");
        form.page().unfold();
    }

    private void showBuildStep(FreeStyleProject job, Descriptor<Builder> builder) throws Exception {
        browser.open(job.getAbsoluteUrl() + "configure");
        BuildStepForm.add(browser, builder).page().unfold();
    }

    private void showFolder(Folder folder) throws Exception {
        browser.open(folder.getAbsoluteUrl() + "configure");
    }

    private void showLimits(Folder folder) throws Exception {
        showFolder(folder);
        FormPage limits = new FormPage(browser, "form[name=config]");
        limits.clickButton("Add limits");
        limits.enter("rendersPerDay", "20");
        limits.enter("costPerDay", "7.50");
    }
}
