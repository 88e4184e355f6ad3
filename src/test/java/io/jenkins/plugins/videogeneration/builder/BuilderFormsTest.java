package io.jenkins.plugins.videogeneration.builder;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import hudson.model.FreeStyleProject;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of the build steps in a freestyle job: what was saved is shown, and saved again. */
@WithJenkins
class BuilderFormsTest {

    private static final Map<String, Object> EXTRA = Map.of("seed", 42, "deep", Map.of("a", List.of(true, "x")));

    private static final int PAGE = 4;

    private static JenkinsRule jenkins;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Settings.services(TestService.configured("studio", "http://localhost/v1", TestService.CREDENTIALS_ID));
    }

    @Test
    void keepWhatWasTypedInAndWhatWasLeftAlone() throws Exception {
        GenerateVideoBuilder generate = new GenerateVideoBuilder("A paper boat");
        generate.setModel("sora-2");
        generate.setSize("1280x720");
        generate.setSeconds("8");
        generate.setInputReference("a.png");
        generate.setInputReferenceUrl("https://example.com/a.png");
        generate.setInputReferenceFileId("file-1");
        generate.setFitInputReference(true);
        generate.setCharacters(List.of("c1", "c2"));
        generate.setExtra(EXTRA);
        ExtendVideoBuilder extend = new ExtendVideoBuilder("More");
        extend.setId("video_1");
        extend.setVideo("a.mp4");
        extend.setSeconds("8");
        extend.setExtra(EXTRA);
        EditVideoBuilder edit = new EditVideoBuilder("Other");
        edit.setId("video_1");
        edit.setVideo("a.mp4");
        DownloadVideoBuilder download = new DownloadVideoBuilder("video_1");
        download.setVariant("thumbnail");
        List<RenderBuilder> renders =
                List.of(generate, extend, edit, new RemixVideoBuilder("video_1", "Other"), download);
        renders.forEach(BuilderFormsTest::common);
        List<QueryBuilder> queries =
                List.of(new DeleteVideoBuilder("$VIDEO_ID"), new CreateVideoCharacterBuilder("A duck", "a.mp4"));
        queries.forEach(builder -> builder.setCredentialsId(TestService.CREDENTIALS_ID));
        List<Builder> builders = new ArrayList<>(renders);
        builders.addAll(queries);
        builders.addAll(leftAlone());
        List<Builder> after = keepTheirForms(builders);
        assertThat(((GenerateVideoBuilder) after.get(0)).getCharacters(), is(List.of("c1", "c2")));
        assertThat(((GenerateVideoBuilder) after.get(0)).getExtra(), is(EXTRA));
        assertThat(((ExtendVideoBuilder) after.get(1)).getExtra(), is(EXTRA));
    }

    private static List<Builder> leftAlone() {
        return List.of(
                new GenerateVideoBuilder("A paper boat"),
                new ExtendVideoBuilder("More"),
                new EditVideoBuilder("Other"),
                new RemixVideoBuilder("video_1", "Other"),
                new DownloadVideoBuilder("video_1"),
                new DeleteVideoBuilder("video_1"),
                new CreateVideoCharacterBuilder("A duck", "a.mp4"));
    }

    /** A few in one job: a page costs more time than a form, but a long page costs more than two. */
    private static List<Builder> keepTheirForms(List<Builder> builders) throws Exception {
        List<Builder> after = new ArrayList<>();
        for (int from = 0; from < builders.size(); from += PAGE) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            job.getBuildersList().addAll(builders.subList(from, Math.min(builders.size(), from + PAGE)));
            after.addAll(jenkins.configRoundtrip(job).getBuilders());
        }
        assertThat(after, hasSize(builders.size()));
        for (int i = 0; i < after.size(); i++) {
            jenkins.assertEqualDataBoundBeans(builders.get(i), after.get(i));
        }
        return after;
    }

    private static void common(RenderBuilder builder) {
        builder.setService("studio");
        builder.setCredentialsId(TestService.CREDENTIALS_ID);
        builder.setFile("videos/a.mp4");
        builder.setArchive(false);
        builder.setTimeoutMinutes(7);
        builder.setPollSeconds(3);
        builder.setThumbnail(true);
        builder.setSpritesheet(true);
    }
}
