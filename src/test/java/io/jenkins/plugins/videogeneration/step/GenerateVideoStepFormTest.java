package io.jenkins.plugins.videogeneration.step;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import hudson.model.FreeStyleProject;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.Keyring;
import io.jenkins.plugins.videogeneration.service.SimulatorKind;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the form of the step offers and says; that of the build step asks the same. */
@WithJenkins
class GenerateVideoStepFormTest {

    private GenerateVideoStep.DescriptorImpl form;
    private FreeStyleProject job;

    @BeforeEach
    void start(JenkinsRule jenkins) throws Exception {
        form = jenkins.jenkins.getDescriptorByType(GenerateVideoStep.DescriptorImpl.class);
        job = jenkins.createFreeStyleProject();
        VideoServices.get()
                .setServices(List.of(
                        new VideoService("studio", new HttpKind("https://videos.example.com/v1")),
                        new VideoService("rehearsal", new SimulatorKind())));
    }

    @Test
    void offersTheServicesAndKeepsOneThatIsGone() {
        assertThat(values(form.doFillServiceItems(job, "")), contains("", "studio", "rehearsal"));
        assertThat(values(form.doFillServiceItems(job, "studio")), contains("", "studio", "rehearsal"));

        ListBoxModel items = form.doFillServiceItems(job, "gone");
        assertThat(values(items), contains("", "studio", "rehearsal", "gone"));
        assertThat(items.get(3).name, is("gone (no longer configured)"));
    }

    @Test
    void offersTheKeysThatTheServiceMayHave() throws Exception {
        Keyring.add("any-host", "a");
        Keyring.addForHost("videos.example.com", "studio-key", "b");
        Keyring.addForHost("other.example.com", "other-key", "c");

        ListBoxModel items = form.doFillCredentialsIdItems(job, "studio", "");
        assertThat(values(items), containsInAnyOrder("", "any-host", "studio-key"));
        assertThat(items.get(0).name, is("(the service's key)"));
        assertThat(
                values(form.doFillCredentialsIdItems(job, "studio", "other-key")),
                containsInAnyOrder("", "any-host", "studio-key", "other-key"));

        VideoServices.get().setDefaultService("studio");
        assertThat(
                "the default service decides",
                values(form.doFillCredentialsIdItems(job, "", "")),
                containsInAnyOrder("", "any-host", "studio-key"));
    }

    @Test
    void checksEveryField() {
        assertSays(form.doCheckPrompt(job, "A paper boat"), FormValidation.Kind.OK, "");
        assertSays(form.doCheckPrompt(job, " "), FormValidation.Kind.ERROR, "Prompt is empty. Say in words");
        assertSays(
                form.doCheckPrompt(job, "x".repeat(32_001)), FormValidation.Kind.ERROR, "Prompt has 32001 characters");
        assertSays(form.doCheckSize(job, "1280x720"), FormValidation.Kind.OK, "");
        assertSays(form.doCheckSize(job, "$SIZE"), FormValidation.Kind.OK, "");
        assertSays(form.doCheckSize(job, "720p"), FormValidation.Kind.ERROR, "WIDTHxHEIGHT in pixels");
        assertSays(form.doCheckSeconds(job, "${SECONDS}"), FormValidation.Kind.OK, "");
        assertSays(form.doCheckSeconds(job, "long"), FormValidation.Kind.ERROR, "a positive number, for example 8.");
        assertSays(form.doCheckFile(job, "out/boat.mp4"), FormValidation.Kind.OK, "");
        assertSays(form.doCheckFile(job, ""), FormValidation.Kind.OK, "");
        assertSays(form.doCheckFile(job, "/boat.mp4"), FormValidation.Kind.ERROR, "a path inside the workspace");
        assertSays(form.doCheckTimeoutMinutes(job, "1440"), FormValidation.Kind.OK, "");
        assertSays(form.doCheckTimeoutMinutes(job, ""), FormValidation.Kind.OK, "");
        assertSays(form.doCheckTimeoutMinutes(job, "1441"), FormValidation.Kind.ERROR, "1,440");
        assertSays(form.doCheckPollSeconds(job, "1"), FormValidation.Kind.OK, "");
        assertSays(form.doCheckPollSeconds(job, "0"), FormValidation.Kind.ERROR, "1");
    }

    private static List<String> values(ListBoxModel items) {
        return items.stream().map(item -> item.value).toList();
    }

    private static void assertSays(FormValidation answer, FormValidation.Kind kind, String words) {
        assertThat(String.valueOf(answer.getMessage()), answer.kind, is(kind));
        if (kind != FormValidation.Kind.OK) {
            assertThat(answer.getMessage().replace("&#039;", "'"), containsString(words));
        }
    }
}
