package io.jenkins.plugins.videogeneration.step;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import hudson.model.FreeStyleProject;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.service.SimulatorKind;
import io.jenkins.plugins.videogeneration.service.VideoPrice;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What fields offer, and what they say about values that cannot be right before anything is run. */
@WithJenkins
class FieldChecksTest {

    private static FreeStyleProject job;
    private static RenderStep.DescriptorImpl generate;
    private static RenderStep.DescriptorImpl remix;
    private static RenderStep.DescriptorImpl edit;
    private static QueryStep.DescriptorImpl query;

    @BeforeAll
    static void start(JenkinsRule jenkins) throws Exception {
        VideoService studio = new VideoService("studio", new SimulatorKind());
        studio.setModel("house-model");
        studio.setSize("640x360");
        studio.setSeconds("5");
        VideoPrice price = new VideoPrice("0.10");
        price.setModel("priced-model");
        price.setSize("1280x720");
        studio.setPrices(List.of(price));
        Settings.services(studio, new VideoService("other", new SimulatorKind()));
        job = jenkins.createFreeStyleProject();
        generate = jenkins.jenkins.getDescriptorByType(GenerateVideoStep.DescriptorImpl.class);
        remix = jenkins.jenkins.getDescriptorByType(RemixVideoStep.DescriptorImpl.class);
        edit = jenkins.jenkins.getDescriptorByType(EditVideoStep.DescriptorImpl.class);
        query = jenkins.jenkins.getDescriptorByType(CreateVideoCharacterStep.DescriptorImpl.class);
    }

    @Test
    void whatTheServiceRendersIsOfferedFirstAndThenWhatTheReferenceKnows() {
        assertThat(
                generate.doFillModelItems(job, "studio"),
                contains("house-model", "priced-model", "sora-2", "sora-2-pro"));
        assertThat(generate.doFillSizeItems(job, "studio").subList(0, 3), contains("640x360", "1280x720", "720x1280"));
        assertThat(generate.doFillSecondsItems(job, "studio"), contains("5", "4", "8", "12", "16", "20"));
    }

    @Test
    void aServiceThatIsUnknownOrOpenHasTheReferenceAlone() {
        assertThat(generate.doFillModelItems(job, "other"), contains("sora-2", "sora-2-pro"));
        assertThat(generate.doFillModelItems(job, "gone"), contains("sora-2", "sora-2-pro"));
        assertThat(generate.doFillModelItems(job, ""), contains("sora-2", "sora-2-pro"));
        assertThat(generate.doFillVariantItems(job), hasItems("video", "thumbnail", "spritesheet"));
    }

    @Test
    void anIdOrAFileIsEnoughButNotBoth() {
        assertRefused(remix.doCheckId(job, ""), "Id is empty");
        assertRefused(remix.doCheckId(job, "a/b"), "an id has no slashes");
        assertFine(remix.doCheckId(job, "$VIDEO"));
        assertFine(edit.doCheckId(job, ""));
        assertRefused(edit.doCheckVideo(job, "", ""), "so is 'id'. Give one of them");
        assertRefused(edit.doCheckVideo(job, "a.mp4", "video_1"), "set beside 'id'");
        assertRefused(edit.doCheckVideo(job, "../a.mp4", ""), "stay inside the workspace");
        assertFine(edit.doCheckVideo(job, "", "video_1"));
    }

    @Test
    void oneReferenceIsEnough() {
        assertFine(generate.doCheckInputReference(job, "images/a.png"));
        assertFine(generate.doCheckInputReference(job, ""));
        assertRefused(generate.doCheckInputReference(job, "/a.png"), "is absolute");
        assertFine(generate.doCheckInputReferenceUrl(job, "https://example.com/a.png", ""));
        assertRefused(generate.doCheckInputReferenceUrl(job, "a.png", ""), "InputReferenceUrl has a URL that does not");
        assertRefused(
                generate.doCheckInputReferenceUrl(job, "https://example.com/a.png", "a.png"),
                "set beside 'inputReference'");
        assertFine(generate.doCheckInputReferenceFileId(job, "file-1", "", ""));
        assertRefused(
                generate.doCheckInputReferenceFileId(job, "file-1", "", "https://example.com/a.png"),
                "set beside 'inputReferenceUrl'");
    }

    @Test
    void theRestIsCheckedToo() {
        assertFine(generate.doCheckVariant(job, ""));
        assertRefused(generate.doCheckVariant(job, "gif"), "has to be video, thumbnail or spritesheet");
        assertFine(generate.doCheckCharactersText(job, "char_1, char_2"));
        assertRefused(generate.doCheckCharactersText(job, "a, b, c"), "has 3 ids, but 2 is the limit");
        assertRefused(query.doCheckName(job, ""), "Prompts call the character by its name");
        assertRefused(query.doCheckVideo(job, ""), "Video");
        assertRefused(query.doCheckId(job, ""), "Id is empty");
        assertFine(query.doCheckLimit(job, ""));
        assertRefused(query.doCheckLimit(job, "10001"), "10,000");
    }

    private static void assertFine(FormValidation answer) {
        assertThat(String.valueOf(answer.getMessage()), answer.kind, is(FormValidation.Kind.OK));
    }

    private static void assertRefused(FormValidation answer, String words) {
        assertThat(answer.kind, is(FormValidation.Kind.ERROR));
        assertThat(answer.getMessage().replace("&#039;", "'"), containsString(words));
    }
}
