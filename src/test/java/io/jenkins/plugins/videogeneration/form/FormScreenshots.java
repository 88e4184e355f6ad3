package io.jenkins.plugins.videogeneration.form;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.ExtensionList;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.FormPage;
import io.jenkins.plugins.videogeneration.fixture.Pictures;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Takes a picture of each form, for {@code bin/screenshots}; it is no test, and none of the suite. */
@WithJenkins
class FormScreenshots {

    private static final int NARROW = 420;
    private static final int WIDE = 1080;

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
    void take() throws Exception {
        FormPage service = new FormPage(browser, "[name=services]");
        String system = jenkins.getURL() + "manage/configure";
        pictures.takePart("service-form", () -> showUnfolded(system, service), "[name=services]", NARROW, WIDE);
        pictures.takePart("test-connection", () -> showTest(system, service), "[name=services] [name=kind]", WIDE);

        WorkflowJob pipeline = jenkins.createProject(WorkflowJob.class, "trailer");
        pictures.take("snippet-generator", () -> showSnippet(pipeline), NARROW, WIDE);

        FreeStyleProject job = jenkins.createProject(FreeStyleProject.class, "nightly");
        job.getBuildersList().add(new GenerateVideoBuilder("A paper boat sails down a rainy street"));
        String step = "[descriptorid$=GenerateVideoBuilder]";
        FormPage builder = new FormPage(browser, step);
        pictures.takePart(
                "freestyle", () -> showUnfolded(job.getAbsoluteUrl() + "configure", builder), step, NARROW, WIDE);

        Folder folder = jenkins.createProject(Folder.class, "team");
        pictures.takePart("folder", () -> showLimits(folder), "section:has([name=limits])", NARROW, WIDE);
    }

    private void showUnfolded(String url, FormPage form) throws Exception {
        browser.open(url);
        form.awaitShown("button.advanced-button");
        form.unfold();
    }

    private void showTest(String url, FormPage service) throws Exception {
        browser.open(url);
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

    private void showLimits(Folder folder) throws Exception {
        browser.open(folder.getAbsoluteUrl() + "configure");
        FormPage limits = new FormPage(browser, "form[name=config]");
        limits.clickButton("Add limits");
        limits.enter("rendersPerDay", "20");
        limits.enter("costPerDay", "7.50");
    }
}
