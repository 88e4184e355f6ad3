package io.jenkins.plugins.videogeneration.gallery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.render.FileJournal;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.VideoBuilds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the pages read: as much as they show, however many builds and renders there are. */
@WithJenkins
class GalleryCostTest {

    private static final String JOURNAL = "render.json";
    /** A journal that is looked into, and is none, is logged. */
    private static final String READERS = "io.jenkins.plugins.videogeneration.run";

    private static JenkinsRule jenkins;

    private GalleryScene scene;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws Exception {
        scene = new GalleryScene(jenkins, "trailer-" + System.nanoTime());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theBuildsOfAJobThatNeverHadRendersAreNotLookedThrough() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        // whoever looked would find it
        writeJournal(journalFolder(job, 1), "A boat");
        assertThat(new VideoBuilds(job).isEmpty(), is(true));
        assertThat(job.getActions(JobGallery.class), is(empty()));
    }

    @Test
    void theGalleryStaysUntilTheLastBuildWithVideosIsGone() throws Exception {
        WorkflowRun first = scene.finished();
        WorkflowRun second = scene.refused();
        assertThat(galleries(), hasSize(1));
        second.delete();
        assertThat(galleries(), hasSize(1));
        first.delete();
        assertThat(galleries(), is(empty()));
        scene.refused();
        assertThat(galleries(), hasSize(1));
    }

    private List<JobGallery> galleries() {
        return scene.job().getActions(JobGallery.class);
    }

    @Test
    void thePageOfAThousandBuildsReadsTheJournalsThatItShows() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        int newest = 1000;
        for (int number = 1; number <= newest; number++) {
            Path folder = journalFolder(job, number);
            boolean shown = number > newest - GalleryPage.BUILDS;
            if (shown) {
                writeJournal(folder, "A boat");
            } else {
                Files.writeString(Files.createDirectories(folder).resolve(JOURNAL), "no journal");
            }
        }
        try (LogRecorder log = journalsRead(newest)) {
            VideoBuilds builds = new VideoBuilds(job);
            GalleryPage page = GalleryPage.of(builds, null, GalleryFilter.of(null, "A boat"));
            // no such builds are known to Jenkins, but their journals were looked into
            assertThat(page.getNext(), is(newest + 1 - GalleryPage.MOST_LOOKED_AT));
            assertThat(log.getRecords().size(), is(GalleryPage.MOST_LOOKED_AT - GalleryPage.BUILDS));
        }
    }

    @Test
    void aFullPageReadsNoFurtherJournal() throws Exception {
        for (int i = 0; i < GalleryPage.BUILDS + 1; i++) {
            scene.refused();
        }
        spoil(scene.job().getBuildByNumber(1), 0);
        try (LogRecorder log = journalsRead(10)) {
            GalleryPage page = GalleryPage.of(new VideoBuilds(scene.job()), null, GalleryFilter.of(null, null));
            assertThat(page.getBuilds().size(), is(GalleryPage.BUILDS));
            assertThat(page.getNext(), is(2));
            assertThat(log.getRecords(), is(empty()));
            GalleryPage last = GalleryPage.of(new VideoBuilds(scene.job()), 2, GalleryFilter.of(null, null));
            assertThat(last.getBuilds(), is(empty()));
            assertThat(last.getNext() == null, is(true));
            assertThat(log.getRecords().size(), is(1));
        }
    }

    @Test
    void aFilterByStatusLoadsNoBuildThatItDoesNotShow() throws Exception {
        for (int i = 0; i < 3; i++) {
            scene.ended(Result.SUCCESS, GalleryScene.REUSING);
        }
        scene.refused();
        scene.ended(Result.SUCCESS, GalleryScene.REUSING);
        jenkins.jenkins.reload();
        WorkflowJob job = jenkins.jenkins.getItemByFullName(scene.job().getFullName(), WorkflowJob.class);
        var loaded = job.getLazyBuildMixIn().getRunMap();
        List<Integer> before = List.copyOf(loaded.getLoadedBuilds().keySet());
        GalleryPage page = GalleryPage.of(new VideoBuilds(job), null, GalleryFilter.of("failed", null));
        assertThat(
                page.getBuilds().stream().map(GalleryPage.BuildCards::getNumber).toList(), contains(4));
        List<Integer> after = new ArrayList<>(loaded.getLoadedBuilds().keySet());
        after.removeAll(before);
        assertThat(after, before.contains(4) ? is(empty()) : contains(4));
    }

    @Test
    void aJournalThatIsFinalIsReadOnce() throws Exception {
        WorkflowRun run = scene.finished();
        BuildVideos videos = run.getAction(BuildVideos.class);
        List<RenderRecord> records = videos.records();
        Path journal = videos.folder(records.get(0).key()).resolve(JOURNAL);
        FileTime written = Files.getLastModifiedTime(journal);
        Files.writeString(journal, "x".repeat((int) Files.size(journal)));
        Files.setLastModifiedTime(journal, written);
        assertThat(videos.records(), is(records));
        // but what was written anew is read anew
        Files.setLastModifiedTime(journal, FileTime.from(written.toInstant().plusSeconds(1)));
        assertThat(videos.records(), contains(records.get(1)));
    }

    @Test
    void aPictureIsFoundByItsOwnJournal() throws Exception {
        WorkflowRun run = scene.finished();
        String key = spoil(run, 1).get(0).key();
        try (LogRecorder log = journalsRead(10)) {
            assertThat(
                    jenkins.createWebClient()
                            .goTo(run.getUrl() + "videos/render/" + key + "/thumbnail", "image/jpeg")
                            .getWebResponse()
                            .getStatusCode(),
                    is(200));
            assertThat(log.getRecords(), is(empty()));
        }
    }

    @Test
    void aBuildShowsItsVideosPageByPage() throws Exception {
        int all = 30;
        WorkflowRun run = scene.refused();
        BuildVideos videos = run.getAction(BuildVideos.class);
        RenderRecord refused = videos.records().get(0);
        for (int i = 1; i < all; i++) {
            writeJournal(videos.folder("key-" + i), "Boat " + i);
        }
        HtmlPage summary = html(run.getUrl());
        assertThat(summary.querySelectorAll("article"), hasSize(BuildGallery.IN_SUMMARY));
        summary.getAnchorByText("All 30 videos");
        HtmlPage first = html(run.getUrl() + "videos/");
        assertThat(first.querySelectorAll("article"), hasSize(BuildGallery.ON_PAGE));
        HtmlPage second = first.getAnchorByText("6 more videos").click();
        assertThat(second.querySelectorAll("article"), hasSize(all - BuildGallery.ON_PAGE));
        assertThat(second.querySelectorAll("[data-video-more]"), is(empty()));

        HtmlPage gallery = html(scene.job().getUrl() + "videos/");
        assertThat(gallery.querySelectorAll("article"), hasSize(BuildGallery.IN_SUMMARY));
        gallery.getAnchorByText("All 30 videos");

        assertThat(keys(run, "?from=24&most=12"), hasSize(all - BuildGallery.ON_PAGE));
        assertThat(keys(run, "?from=0&most=1000"), hasSize(BuildGallery.ON_PAGE));
        assertThat(keys(run, "?key=key-7&key=" + refused.key() + "&key=none"), contains("key-7", refused.key()));
        assertThat(keys(run, "?key=..%2Fkey-7&key=key-7%2F..%2Fkey-8"), everyItem(is("no such key")));
    }

    private static List<String> keys(WorkflowRun run, String query) throws Exception {
        String json = jenkins.getJSON(run.getUrl() + "videos/progress" + query).getContentAsString();
        JsonNode renders = new ObjectMapper().readTree(json).at("/data/renders");
        return renders.findValuesAsText("key");
    }

    /** Makes a journal unreadable, and returns what the others and this one had. */
    private static List<RenderRecord> spoil(WorkflowRun run, int index) throws IOException {
        BuildVideos videos = run.getAction(BuildVideos.class);
        List<RenderRecord> records = videos.records();
        Files.writeString(videos.folder(records.get(index).key()).resolve(JOURNAL), "no journal");
        return records;
    }

    private static LogRecorder journalsRead(int most) {
        return new LogRecorder().record(READERS, Level.WARNING).capture(most);
    }

    private static Path journalFolder(Job<?, ?> job, int number) {
        return job.getBuildDir().toPath().resolve(number + "/video-generation/key");
    }

    private static void writeJournal(Path folder, String prompt) throws IOException {
        RenderRequest request = new RenderRequest("studio", List.of(), Map.of("prompt", prompt));
        new FileJournal(folder, JOURNAL)
                .write(RenderRecord.intended(
                        folder.getFileName().toString(),
                        request,
                        "boat.mp4",
                        Instant.EPOCH,
                        Duration.ofHours(1),
                        Duration.ofSeconds(1)));
    }

    private static HtmlPage html(String page) throws Exception {
        return jenkins.createWebClient().withJavaScriptEnabled(false).goTo(page);
    }
}
