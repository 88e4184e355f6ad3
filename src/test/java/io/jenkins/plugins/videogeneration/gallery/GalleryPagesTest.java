package io.jenkins.plugins.videogeneration.gallery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.StatusChange;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.Page;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the pages and the remote API say. */
@WithJenkins
class GalleryPagesTest {

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
    void thereIsNothingWhereThereIsNothingToShow() throws Exception {
        WorkflowRun run = scene.ended(Result.SUCCESS, "echo 'no video'");
        // refused before it began: its build has no render
        WorkflowRun refused = scene.ended(Result.FAILURE, "generateVideo prompt: ''");
        for (String page : List.of(run.getUrl(), refused.getUrl(), scene.job().getUrl())) {
            String html = html(page).asXml();
            assertThat(html, not(containsString("video-card")));
            assertThat(html, not(containsString(page + "videos")));
        }
    }

    @Test
    void aFailedRenderSaysWhyAndWhatToDo() throws Exception {
        String page = html(scene.refused().getUrl()).asNormalizedText();
        assertThat(page, containsString("The request was blocked by the moderation system."));
        assertThat(page, containsString("change them"));
    }

    @Test
    void theFilterTakesStatusAndText() throws Exception {
        scene.finished();
        scene.refused();
        String gallery = scene.job().getUrl() + "videos/";
        assertThat(
                titles(gallery),
                contains(
                        "Something unsafe",
                        "A paper boat sails down a rainy street, seen from above",
                        "A lighthouse in the fog"));
        assertThat(titles(gallery + "?status=failed"), contains("Something unsafe"));
        assertThat(titles(gallery + "?text=LIGHTHOUSE"), contains("A lighthouse in the fog"));
        assertThat(titles(gallery + "?text=lighthouse&status=failed"), is(empty()));
    }

    @Test
    void theRemoteApiTellsTheSame() throws Exception {
        WorkflowRun run = scene.finished();
        RenderRecord record = run.getAction(BuildVideos.class).records().get(0);
        JsonNode video = action(run.getUrl(), "videos").get(0);
        assertThat(video.get("id").textValue(), is(record.videoId()));
        assertThat(video.get("state").textValue(), is("finished"));
        assertThat(video.get("prompt").textValue(), is(record.request().text("prompt")));
        assertThat(video.get("size").textValue(), is("1280x720"));
        assertThat(video.get("file").textValue(), is("videos/boat.mp4"));
        assertThat(video.get("sha256").textValue(), is(record.file().sha256()));
        assertThat(video.get("failure").isNull(), is(true));
        assertThat(video.get("fetchable").booleanValue(), is(false));
        assertThat(video.get("url").textValue(), is(run.getAbsoluteUrl() + "videos/#video-" + record.key()));
        assertThat(
                video.get("jenkinsfileLine").textValue(),
                is(JenkinsfileLine.of(record).orElseThrow()));
        assertThat(
                video.get("history").findValuesAsText("status"),
                is(record.history().stream().map(StatusChange::status).toList()));
        for (String address : List.of("playback", "download", "provenance", "thumbnail", "spritesheet")) {
            URL url = new URL(video.at("/addresses/" + address).textValue());
            assertThat(
                    address,
                    jenkins.createWebClient().getPage(url).getWebResponse().getStatusCode(),
                    is(200));
        }
        JsonNode builds = action(scene.job().getUrl(), "builds", "?depth=1");
        assertThat(builds.get(0).get("number").intValue(), is(run.getNumber()));
        assertThat(builds.get(0).at("/videos/0/id").textValue(), is(record.videoId()));
        JsonNode trends = action(scene.job().getUrl(), "trends", "?depth=1");
        assertThat(trends.get(0).get("values").size(), is(2));
        assertThat(
                action(scene.job().getUrl(), "latestVideo").get("prompt").textValue(), is("A lighthouse in the fog"));
        String xml = jenkins.createWebClient()
                .goTo(run.getUrl() + "api/xml", "application/xml")
                .getWebResponse()
                .getContentAsString();
        assertThat(xml, containsString("<sha256>" + record.file().sha256() + "</sha256>"));
        JsonNode failed = action(scene.refused().getUrl(), "videos").get(0);
        assertThat(failed.get("state").textValue(), is("failed"));
        assertThat(failed.get("failure").textValue(), containsString("moderation"));
        assertThat(failed.at("/addresses/playback").isNull(), is(true));
    }

    @Test
    void whatItCostsAndWhereItIsFromAreTold() throws Exception {
        WorkflowRun first = scene.finished();
        WorkflowRun second = scene.ended(Result.SUCCESS, GalleryScene.REUSING);
        HtmlPage page = html(second.getUrl());
        assertThat(page.querySelector(".video-card").asNormalizedText(), containsString("0 USD"));
        assertThat(page.getAnchorByText("Build #1").getHrefAttribute(), endsWith(first.getUrl() + "videos/"));
        assertThat(html(first.getUrl()).querySelector(".video-card").asNormalizedText(), containsString("0.4 USD"));

        JsonNode rendered = action(first.getUrl(), "videos").get(1);
        assertThat(rendered.get("cost").doubleValue(), is(0.4));
        assertThat(rendered.get("currency").textValue(), is("USD"));
        assertThat(rendered.get("reusedFrom").isNull(), is(true));
        JsonNode reused = action(second.getUrl(), "videos").get(0);
        assertThat(reused.get("cost").doubleValue(), is(0.0));
        assertThat(reused.get("reusedFrom").intValue(), is(first.getNumber()));
        JsonNode sums = action(scene.job().getUrl(), "sums").get(0);
        assertThat(sums.get("service").textValue(), is("studio"));
        assertThat(sums.get("all").get("renders").intValue(), is(2));
        assertThat(sums.get("all").get("text").textValue(), is("2 renders, estimated 0.8 USD"));

        HtmlPage gallery = html(scene.job().getUrl() + "videos/");
        assertThat(
                gallery.querySelector(".video-sums").asNormalizedText(),
                containsString("2 renders, estimated 0.8 USD"));
        assertThat(
                gallery.querySelectorAll(".video-trend").stream()
                        .map(DomNode::asNormalizedText)
                        .toList(),
                contains(
                        startsWith("Render time: 2 finished renders of the newest builds"),
                        containsString("3 renders of the newest builds: 0.267 USD on average, 0.4 USD at most")));

        first.delete();
        assertThat(html(second.getUrl()).querySelector(".video-card").asNormalizedText(), containsString("Build #1"));
    }

    @Test
    void aBuildIsNamedByItsDigitsAlone() throws Exception {
        scene.job().updateNextBuildNumber(1001);
        scene.finished();
        WorkflowRun reusing = scene.ended(Result.SUCCESS, GalleryScene.REUSING);
        assertThat(html(reusing.getUrl()).getAnchorByText("Build #1001").getHrefAttribute(), containsString("/1001/"));
        assertThat(Builds.console(reusing), containsString("is the video of build #1001 ("));
        assertThat(html(scene.job().getUrl() + "videos/").asXml(), containsString("#1001, videos/boat.mp4: "));
        for (int i = 0; i < GalleryPage.BUILDS; i++) {
            scene.refused();
        }
        assertThat(
                html(scene.job().getUrl() + "videos/")
                        .querySelector("[data-video-more]")
                        .asNormalizedText(),
                is("Builds before #1003"));
    }

    @Test
    void linksInTheConsoleLeadToThePageAndToTheVideo() throws Exception {
        WorkflowRun run = scene.finished();
        String console = jenkins.createWebClient()
                .goTo(run.getUrl() + "logText/progressiveHtml", "text/html")
                .getWebResponse()
                .getContentAsString();
        HtmlPage page = (HtmlPage) target(console, "href='([^']+/videos/)'[^>]*>video_");
        assertThat(page.querySelectorAll("article").size(), is(2));
        Page video = target(console, "href='([^']+/artifact/[^']+[.]mp4)'[^>]*>[^<]+[.]mp4<");
        assertThat(video.getWebResponse().getContentType(), is("video/mp4"));
    }

    private static Page target(String console, String form) throws Exception {
        Matcher link = Pattern.compile(form).matcher(console);
        assertThat(form, link.find(), is(true));
        return jenkins.createWebClient().withJavaScriptEnabled(false).getPage(new URL(jenkins.getURL(), link.group(1)));
    }

    @Test
    void theLineOfTheJenkinsfileAsksForTheSameAgain() throws Exception {
        RenderRecord first = record(scene.ended(Result.SUCCESS, """
                generateVideo prompt: '''It's a "boat" for $5
                on C:\\\\sea''', size: '1280x720', seconds: '4',
                    inputReferenceUrl: 'https://example.com/boat.png', file: 'videos/boat.mp4', thumbnail: true,
                    extra: [seed: 42, 'guidance-scale': 7.5, camera: [moves: ['pan', 'tilt'], still: false]]
                """));
        String line = JenkinsfileLine.of(first).orElseThrow();
        RenderRecord second = record(scene.ended(Result.SUCCESS, line));
        assertThat(second.request(), is(first.request()));
        assertThat(second.deliveredNames(), is(first.deliveredNames()));
    }

    private static RenderRecord record(WorkflowRun run) {
        return run.getAction(BuildVideos.class).records().get(0);
    }

    @Test
    void buildsAreComparedVideoByVideo() throws Exception {
        String compare = scene.job().getUrl() + "videos/compare";
        scene.finished();
        HtmlPage alone = html(compare);
        assertThat(alone.asNormalizedText(), containsString("There is no other build with videos"));
        assertThat(alone.querySelectorAll("article").size(), is(2));

        scene.ended(Result.SUCCESS, "echo 'no video'");
        scene.ended(Result.SUCCESS, GalleryScene.REUSING + "\n" + GalleryScene.KITE);
        List<List<String>> pairs = html(compare).querySelectorAll(".video-sides").stream()
                .map(pair -> pair.querySelectorAll(".video-side").stream()
                        .map(side -> side.querySelector("article"))
                        .map(card -> card == null ? "" : ((DomElement) card).getAttribute("aria-label"))
                        .toList())
                .toList();
        assertThat(
                pairs,
                contains(
                        List.of("A paper boat sails down a rainy street, seen from above", ""),
                        List.of("A lighthouse in the fog", "A lighthouse in the fog"),
                        List.of("", "A kite over the dunes")));

        assertThat(html(compare + "?left=1&right=2").asNormalizedText(), containsString("Build #2 has no videos"));
        assertThat(html(compare + "?left=9&right=1").asNormalizedText(), containsString("There is no build #9"));
        HtmlPage same = html(compare + "?left=1&right=1");
        assertThat(same.querySelectorAll("article").size(), is(2));
        // each but the oldest can be compared with the one before
        HtmlPage gallery = html(scene.job().getUrl() + "videos/");
        assertThat(gallery.querySelectorAll(".video-build__compare").size(), is(1));
        HtmlPage compared = ((HtmlAnchor) gallery.querySelector(".video-build__compare")).click();
        assertThat(compared.querySelectorAll(".video-sides").size(), is(3));
    }

    @Test
    void aSearchDoesNotSayThatThereIsNothingBeforeItHasSeenAll() throws Exception {
        for (int i = 0; i < 2; i++) {
            scene.refused();
        }
        String gallery = scene.job().getUrl() + "videos/";
        assertThat(html(gallery + "?text=nothing").asNormalizedText(), containsString("No videos fit"));
        HtmlPage older = html(gallery + "?text=nothing&before=2");
        assertThat(older.asNormalizedText(), containsString("No older videos fit"));
        // two hundred builds that Jenkins does not know hide the two that it knows
        for (int number = 3; number <= 200; number++) {
            Files.writeString(
                    Files.createDirectories(
                                    scene.job().getBuildDir().toPath().resolve(number + "/video-generation/key"))
                            .resolve("render.json"),
                    "no journal");
        }
        HtmlPage begun = html(gallery + "?text=nothing");
        assertThat(begun.asNormalizedText(), not(containsString("No videos fit")));
        assertThat(begun.querySelector("[data-video-more]").asNormalizedText(), is("Builds before #101"));
    }

    @Test
    void theRecordLeadsToTheArtifactThatSaysTheSame() throws Exception {
        WorkflowRun run = scene.finished();
        HtmlPage page = html(run.getUrl() + "videos/");
        assertThat(
                page.getAnchorByText("The same as an artifact").getHrefAttribute(),
                endsWith(run.getUrl() + "artifact/videos/boat.mp4.json"));
    }

    private static HtmlPage html(String page) throws Exception {
        return jenkins.createWebClient().withJavaScriptEnabled(false).goTo(page);
    }

    private static List<String> titles(String page) throws Exception {
        return html(page).getDocumentElement().getElementsByTagName("article").stream()
                .map(card -> ((DomElement) card).getAttribute("aria-label"))
                .toList();
    }

    private static JsonNode action(String url, String property) throws Exception {
        return action(url, property, "");
    }

    private static JsonNode action(String url, String property, String query) throws Exception {
        String json = jenkins.getJSON(url + "api/json" + query).getContentAsString();
        for (JsonNode action : new ObjectMapper().readTree(json).get("actions")) {
            if (action.has(property)) {
                return action.get(property);
            }
        }
        throw new AssertionError(url + " has no " + property);
    }
}
