package io.jenkins.plugins.videogeneration.adoption;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.fixture.OldBrowser;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.OpenRenders;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a build left behind is brought home, or is deleted, without being paid again. */
@WithJenkins
class AdoptionTest {

    private static final String BUTTON = "Fetch what was rendered";

    private static JenkinsRule jenkins;

    private TestService service;
    private long paid = 1;
    private Builds builds;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws Exception {
        service = TestService.rendersOnDemand();
        Settings.services(service.configured());
        builds = new Builds(jenkins);
    }

    @AfterEach
    void nothingWasPaidTwice() {
        assertThat(service.posts(), is(paid));
        service.close();
        OpenRenders.get()
                .all()
                .forEach(open -> OpenRenders.get().remove(open.record().key()));
    }

    @Test
    void aButtonOnThePageOfAnAbortedBuildFetchesItsVideo() throws Exception {
        WorkflowRun run = abandoned();
        HtmlPage page = OldBrowser.of(jenkins).getPage(run);
        assertThat(page.asNormalizedText(), containsString(idOf(run)));
        jenkins.submit(page.getFormByName("fetchVideo"));
        service.finishRenders();
        assertEventually(() -> phase(run), is(Phase.DELIVERED));
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
        assertThat(service.deletes(), is(0L));
        assertEventually(() -> OpenRenders.get().all(), is(empty()));
        assertThat(OldBrowser.of(jenkins).getPage(run).asNormalizedText(), not(containsString(BUTTON)));
        assertThat("the build stays what it was", run.getResult(), is(Result.ABORTED));
    }

    @Test
    void eachVideoHasItsButtonAndAllTogetherHaveOne() throws Exception {
        paid = 2;
        WorkflowRun run = builds.succeed("""
                generateVideo prompt: 'A paper boat', wait: false
                generateVideo prompt: 'A red balloon', wait: false
                """);
        service.finishRenders();
        assertThat(forms(OldBrowser.of(jenkins).getPage(run)), contains("fetchVideos", "fetchVideo", "fetchVideo"));
        HtmlPage videos = OldBrowser.of(jenkins).getPage(run, "videos/");
        assertThat(forms(videos), contains("fetchVideos", "fetchVideo", "fetchVideo"));

        jenkins.submit(videos.getFormByName("fetchVideo"));
        assertEventually(() -> phase(run), is(Phase.DELIVERED));
        assertThat("the other one was not asked for", UndeliveredVideo.of(run), hasSize(1));
        assertThat(forms(OldBrowser.of(jenkins).getPage(run)), contains("fetchVideo"));
    }

    private static List<String> forms(HtmlPage page) {
        return page.getForms().stream()
                .map(HtmlForm::getNameAttribute)
                .filter(name -> name.startsWith("fetch"))
                .toList();
    }

    @Test
    void whatIsBeingFetchedMovesOnItsCard() throws Exception {
        WorkflowRun run = abandoned();
        jenkins.submit(OldBrowser.of(jenkins).getPage(run).getFormByName("fetchVideo"));
        String progress = run.getUrl() + "videos/progress";
        assertThat(jenkins.getJSON(progress).getContentAsString(), containsString("\"state\":\"running\""));
        assertThat(jenkins.getJSON(progress).getContentAsString(), containsString("\"building\":true"));
        service.finishRenders();
        assertEventually(
                () -> jenkins.getJSON(progress).getContentAsString(), containsString("\"state\":\"finished\""));
    }

    @Test
    void theAdministratorSeesWhatTheServiceWasAskedFor() throws Exception {
        builds.succeed("generateVideo prompt: 'A paper boat', wait: false");
        DomNode row = undelivered().querySelectorAll("table").get(1).querySelector("tbody tr");
        assertThat(row.asNormalizedText(), startsWith("studio"));
        assertThat(row.asNormalizedText(), containsString("without a price"));
    }

    @Test
    void anotherBuildAdoptsIt() throws Exception {
        WorkflowRun first = abandoned();
        String id = idOf(first);
        service.finishRenders();
        WorkflowRun run = builds.succeed("""
                def video = generateVideo adopt: '%s', size: '1280x720', file: 'adopted.mp4'
                echo "got ${video.id} as ${video.file}"
                """.formatted(id));
        jenkins.assertLogContains("got " + id + " as adopted.mp4", run);
        assertThat(
                videoLines(run),
                hasItem("[video] Adopting " + id + " of 'studio': nothing is asked for, and nothing is paid. What else"
                        + " is said about the video is ignored"));
        assertThat(artifacts(run), contains("adopted.mp4", "adopted.mp4.json"));
        assertThat("it is home", OpenRenders.get().all(), is(empty()));
    }

    @Test
    void whatSomebodyWaitsForIsNotOffered() throws Exception {
        WorkflowRun run = builds.start("generateVideo 'A paper boat'");
        jenkins.waitForMessage("The service took it", run);
        assertThat(OpenRenders.get().all(), hasSize(1));
        assertThat(OldBrowser.of(jenkins).getPage(run).asNormalizedText(), not(containsString(BUTTON)));
        assertThat(UndeliveredVideo.all(), is(empty()));
        service.finishRenders();
        builds.finish(Result.SUCCESS, run);
        assertThat(OpenRenders.get().all(), is(empty()));
    }

    @Test
    void aRenderThatIsInDoubtIsLookedFor() throws Exception {
        service.inject(Operation.CREATE, 1, Fault.answerLost());
        service.inject(Operation.LIST, 1, Fault.status(403));
        WorkflowRun run = builds.fail("generateVideo prompt: 'A paper boat', file: 'boat.mp4'");
        assertThat(
                UndeliveredVideo.of(run).get(0).getState(),
                containsString("may be running and may be charged; it was not asked for a second time"));
        service.finishRenders();
        jenkins.submit(OldBrowser.of(jenkins).getPage(run).getFormByName("fetchVideo"));
        assertEventually(() -> phase(run), is(Phase.DELIVERED));
        assertThat(artifacts(run), contains("boat.mp4", "boat.mp4.json"));
    }

    @Test
    void aRequestThatWasRefusedLeavesNothingToFetch() throws Exception {
        service.inject(Operation.CREATE, 1, Fault.status(400));
        WorkflowRun run = builds.fail("generateVideo 'A paper boat'");
        assertThat(OpenRenders.get().all(), is(empty()));
        assertThat(UndeliveredVideo.of(run), is(empty()));
    }

    @Test
    void whatIsAskedForWithoutBeingWaitedForIsOpenUntilItIsDelivered() throws Exception {
        WorkflowRun run = builds.succeed("generateVideo prompt: 'A paper boat', wait: false");
        assertThat(UndeliveredVideo.of(run), hasSize(1));
        service.finishRenders();
        builds.succeed("waitForVideo '" + idOf(run) + "'");
        assertThat(OpenRenders.get().all(), is(empty()));
    }

    @Test
    void theAdministratorFetchesItIntoABuildOfAJobThatWasRenamed() throws Exception {
        WorkflowRun run = abandoned();
        run.getParent().renameTo("renamed-" + run.getParent().getName());
        HtmlPage page = undelivered();
        assertThat(page.asNormalizedText(), containsString(run.getParent().getFullName() + " #1"));
        jenkins.submit(page.getFormByName("fetch"));
        service.finishRenders();
        assertEventually(() -> phase(run), is(Phase.DELIVERED));
        assertThat(
                undelivered().asNormalizedText(),
                allOf(
                        containsString("All videos were brought home"),
                        not(containsString("Fetching puts a video among the artifacts"))));
    }

    @Test
    void theAdministratorHasItDeleted() throws Exception {
        WorkflowRun run = abandoned();
        confirm(undelivered(), "delete");
        assertEventually(() -> OpenRenders.get().all(), is(empty()));
        assertThat(service.deletes(), is(1L));
        assertThat(UndeliveredVideo.of(run), is(empty()));
    }

    @Test
    void whatIsLeftOfADeletedBuildCanBeDeletedOrFetchedByAnother() throws Exception {
        WorkflowRun run = abandoned();
        String id = idOf(run);
        run.delete();
        HtmlPage page = undelivered();
        assertThat(
                page.asNormalizedText(),
                containsString("The build was deleted. A new build can fetch it with adopt: '" + id + "'"));
        assertThat(page.getForms().stream().map(HtmlForm::getNameAttribute).toList(), not(hasItem("fetch")));
        confirm(page, "delete");
        assertEventually(() -> OpenRenders.get().all(), is(empty()));
        assertThat(service.deletes(), is(1L));
    }

    @Test
    void aDeleteThatTheServiceRefusesIsToldOnThePageAndTheVideoCanBeForgotten() throws Exception {
        abandoned();
        service.inject(Operation.DELETE, 1, Fault.status(403));
        confirm(undelivered(), "delete");
        assertEventually(() -> undelivered().asNormalizedText(), containsString("Not deleted: "));
        confirm(undelivered(), "forget");
        assertThat(undelivered().asNormalizedText(), containsString("All videos were brought home"));
    }

    @Test
    void whatIsJustBeingDeletedIsOfferedForNothingElse() throws Exception {
        try (Gate gate = new Gate(service.baseUrl())) {
            Settings.services(TestService.configured(TestService.NAME, gate.baseUrl(), TestService.CREDENTIALS_ID));
            CountDownLatch looked = new CountDownLatch(1);
            gate.at(Gate.Moment.ARRIVAL, request -> "DELETE".equals(request.getMethod()), () -> await(looked));
            WorkflowRun run = abandoned();
            confirm(undelivered(), "delete");
            HtmlPage page = undelivered();
            assertThat(page.asNormalizedText(), containsString("The service is asked to delete it"));
            assertThat(page.getForms().stream().map(HtmlForm::getNameAttribute).toList(), not(hasItem("fetch")));
            BuildAdoption button = new BuildAdoption(run);
            button.doFetch(null);
            assertThat(button.getVideos().get(0).isBeingFetched(), is(false));
            looked.countDown();
            assertEventually(() -> OpenRenders.get().all(), is(empty()));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An aborted build whose render goes on. */
    private WorkflowRun abandoned() throws Exception {
        WorkflowRun run = builds.start("generateVideo prompt: 'A paper boat', file: 'boat.mp4', onAbort: 'keep'");
        jenkins.waitForMessage("The service took it", run);
        run.doStop();
        builds.finish(Result.ABORTED, run);
        assertEventually(() -> UndeliveredVideo.of(run), hasSize(1));
        return run;
    }

    private static HtmlPage undelivered() throws Exception {
        return OldBrowser.of(jenkins).goTo("manage/undelivered-videos/");
    }

    /** Says yes to what Jenkins asks when a link of the page is clicked. */
    private static void confirm(HtmlPage page, String action) throws Exception {
        String link = page.<HtmlElement>querySelector("a[data-url^='" + action + "?']")
                .getAttribute("data-url");
        JenkinsRule.WebClient browser = (JenkinsRule.WebClient) page.getWebClient();
        browser.getPage(browser.addCrumb(new WebRequest(page.getFullyQualifiedUrl(link), HttpMethod.POST)));
    }

    private static String idOf(WorkflowRun run) {
        return records(run).get(0).videoId();
    }

    private static Phase phase(WorkflowRun run) {
        return records(run).get(0).phase();
    }

    private static List<RenderRecord> records(WorkflowRun run) {
        return run.getAction(BuildVideos.class).records();
    }
}
