package io.jenkins.plugins.videogeneration.step;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.FolderLimit;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.ServiceLimits;
import io.jenkins.plugins.videogeneration.service.SimulatorKind;
import io.jenkins.plugins.videogeneration.service.VideoPrice;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of the snippet generator: what is typed in becomes a step, and a step becomes a line of a Jenkinsfile. */
@WithJenkins
class StepFormsTest {

    private static final Map<String, Object> EXTRA =
            Map.of("seed", 42, "loop", true, "text", "x", "deep", Map.of("a", List.of(1)));

    private static final int PAGE = 3;

    private static JenkinsRule jenkins;
    private static SnippetizerTester snippets;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        snippets = new SnippetizerTester(rule);
        Settings.services(TestService.configured("studio", "http://localhost/v1", TestService.CREDENTIALS_ID));
    }

    @Test
    void keepWhatWasTypedInAndWhatWasLeftAlone() throws Exception {
        GenerateVideoStep generate = new GenerateVideoStep("A paper boat");
        generate.setModel("sora-2");
        generate.setSize("1280x720");
        generate.setSeconds("8");
        generate.setInputReference("a.png");
        generate.setInputReferenceUrl("https://example.com/a.png");
        generate.setInputReferenceFileId("file-1");
        generate.setFitInputReference(true);
        generate.setReuse(true);
        generate.setCharacters(List.of("c1", "c2"));
        ExtendVideoStep extend = new ExtendVideoStep("More");
        extend.setId("video_1");
        extend.setVideo("a.mp4");
        extend.setSeconds("8");
        EditVideoStep edit = new EditVideoStep("Other");
        edit.setId("video_1");
        edit.setVideo("a.mp4");
        DownloadVideoStep download = new DownloadVideoStep("video_1");
        download.setVariant("thumbnail");
        List<SubmitStep> submits = List.of(generate, extend, edit, new RemixVideoStep("video_1", "Other"));
        for (SubmitStep step : submits) {
            step.setExtra(EXTRA);
            step.setWait(false);
            step.setOnAbort("keep");
            step.setAdopt("video_2");
        }
        List<RenderStep> renders = new ArrayList<>(submits);
        renders.addAll(List.of(download, new WaitForVideoStep("video_1")));
        renders.forEach(StepFormsTest::common);
        ListVideosStep list = new ListVideosStep();
        list.setLimit(7);
        list.setOrder("asc");
        list.setAfter("video_1");
        list.setService("studio");
        list.setCredentialsId(TestService.CREDENTIALS_ID);
        List<Step> steps = new ArrayList<>(renders);
        steps.add(list);
        steps.addAll(leftAlone());
        List<Step> after = keepTheirForms(steps);
        assertThat(((GenerateVideoStep) after.get(0)).getCharacters(), is(List.of("c1", "c2")));
        for (int i = 0; i < submits.size(); i++) {
            assertThat(((SubmitStep) after.get(i)).getExtra(), is(EXTRA));
        }
    }

    private static List<Step> leftAlone() {
        return List.of(
                new GenerateVideoStep("A paper boat"),
                new ListVideosStep(),
                new RetrieveVideoStep("video_1"),
                new DeleteVideoStep("video_1"),
                new CreateVideoCharacterStep("A duck", "a.mp4"));
    }

    @Test
    void theShortestStepsBecomeTheShortestLines() throws Exception {
        snippet(new GenerateVideoStep("A paper boat"), "generateVideo 'A paper boat'");
        snippet(new ExtendVideoStep("More"), "extendVideo 'More'");
        snippet(new EditVideoStep("Other"), "editVideo 'Other'");
        snippet(new RemixVideoStep("video_1", "Other"), "remixVideo id: 'video_1', prompt: 'Other'");
        snippet(new WaitForVideoStep("video_1"), "waitForVideo 'video_1'");
        snippet(new DownloadVideoStep("video_1"), "downloadVideo 'video_1'");
        snippet(new RetrieveVideoStep("video_1"), "retrieveVideo 'video_1'");
        snippet(new ListVideosStep(), "listVideos()");
        snippet(new DeleteVideoStep("video_1"), "deleteVideo 'video_1'");
        snippet(new GetVideoCharacterStep("char_1"), "getVideoCharacter 'char_1'");
        snippet(new CreateVideoCharacterStep("A duck", "a.mp4"), "createVideoCharacter name: 'A duck', video: 'a.mp4'");
    }

    @Test
    void listsAndMapsBecomeGroovy() throws Exception {
        GenerateVideoStep step = new GenerateVideoStep("A");
        step.setCharacters(List.of("c1", "c2"));
        step.setExtra(Map.of("seed", 42));
        step.setWait(false);
        snippet(step, "generateVideo characters: ['c1', 'c2'], extra: [seed: 42], prompt: 'A', wait: false");
    }

    @Test
    void everyFieldHasHelp() throws Exception {
        List<Descriptor<?>> descriptors = Stream.<Descriptor<?>>concat(
                        StepDescriptor.all().stream(), Builder.all().stream())
                .filter(descriptor -> descriptor.clazz.getName().startsWith("io.jenkins.plugins.videogeneration."))
                .toList();
        assertThat(descriptors, hasSize(18));
        List<String> without = new ArrayList<>();
        for (Descriptor<?> descriptor : descriptors) {
            if (!isHelp(helpFile(descriptor, null))) {
                without.add(descriptor.clazz.getSimpleName());
            }
            without.addAll(fieldsWithoutHelp(descriptor));
        }
        assertThat(without, is(empty()));
    }

    @Test
    void everyFieldOfAServiceHasHelp() throws Exception {
        List<Descriptor<?>> descriptors = Stream.of(
                        VideoService.class,
                        HttpKind.class,
                        SimulatorKind.class,
                        ServiceLimits.class,
                        VideoPrice.class,
                        FolderLimit.class)
                .<Descriptor<?>>map(jenkins.jenkins::getDescriptorOrDie)
                .toList();
        List<String> without = new ArrayList<>();
        for (Descriptor<?> descriptor : descriptors) {
            without.addAll(fieldsWithoutHelp(descriptor));
        }
        // a group of fields, each of which has its help
        without.removeAll(List.of("VideoService.limits", "FolderLimit.limits"));
        assertThat(without, is(empty()));
    }

    private static List<String> fieldsWithoutHelp(Descriptor<?> descriptor) throws Exception {
        List<String> without = new ArrayList<>();
        for (DescribableParameter parameter : new DescribableModel<>(descriptor.clazz).getParameters()) {
            if (!isHelp(helpFile(descriptor, parameter.getName()))) {
                without.add(descriptor.clazz.getSimpleName() + "." + parameter.getName());
            }
        }
        return without;
    }

    /** Where a redirected help is, only a request can tell. */
    private static String helpFile(Descriptor<?> descriptor, String field) throws Exception {
        return jenkins.executeOnServer(() -> descriptor.getHelpFile(field));
    }

    private static boolean isHelp(String url) throws Exception {
        if (url == null) {
            return false;
        }
        try (JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
            var answer = client.goTo(url.substring(1), null).getWebResponse();
            return answer.getStatusCode() == 200
                    && answer.getContentAsString().trim().startsWith("<div>");
        }
    }

    /** What all steps have that bring a video home; each value is another than the default. */
    private static void common(RenderStep step) {
        step.setService("studio");
        step.setCredentialsId(TestService.CREDENTIALS_ID);
        step.setFile("videos/a.mp4");
        step.setArchive(false);
        step.setTimeoutMinutes(7);
        step.setPollSeconds(3);
        step.setThumbnail(true);
        step.setSpritesheet(true);
    }

    /** A few on a page: a page costs more time than a form, but a long page costs more than two. */
    private static List<Step> keepTheirForms(List<Step> steps) throws Exception {
        List<Step> after = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += PAGE) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            for (Step step : steps.subList(from, Math.min(steps.size(), from + PAGE))) {
                job.getBuildersList().add(new StepConfigTester.StepBuilder(step));
            }
            jenkins.configRoundtrip(job)
                    .getBuilders()
                    .forEach(builder -> after.add(((StepConfigTester.StepBuilder) builder).s));
        }
        assertThat(after, hasSize(steps.size()));
        for (int i = 0; i < after.size(); i++) {
            jenkins.assertEqualDataBoundBeans(steps.get(i), after.get(i));
        }
        return after;
    }

    private static void snippet(Step step, String line) throws Exception {
        snippets.assertRoundTrip(step, line);
    }
}
