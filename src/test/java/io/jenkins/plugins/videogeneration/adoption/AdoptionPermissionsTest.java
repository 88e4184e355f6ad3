package io.jenkins.plugins.videogeneration.adoption;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Eventually;
import io.jenkins.plugins.videogeneration.fixture.OldBrowser;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who may fetch, delete and forget what was not brought home. */
@WithJenkins
class AdoptionPermissionsTest {

    private final TestService service = TestService.rendersOnDemand();

    private JenkinsRule jenkins;
    private WorkflowRun run;

    @BeforeEach
    void abandonARender(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Settings.services(service.configured());
        Builds builds = new Builds(jenkins);
        run = builds.succeed("generateVideo prompt: 'A paper boat', wait: false");
        assertThat(UndeliveredVideo.of(run), hasSize(1));
        builds.finish(Result.SUCCESS, run);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader", "builder")
                .grant(Item.BUILD)
                .everywhere()
                .to("builder")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aReaderSeesWhatIsMissingAndNoButton() throws Exception {
        String page = OldBrowser.of(jenkins).login("reader").getPage(run).asNormalizedText();
        assertThat(page, containsString("No step waited for the video"));
        assertThat(page, not(containsString("Fetch what was rendered")));
        assertThat(
                OldBrowser.of(jenkins).login("builder").getPage(run).asNormalizedText(),
                containsString("Fetch what was rendered"));
    }

    @Test
    void onlyThoseWhoMayBuildFetch() throws Exception {
        String fetch = run.getUrl() + "video-adoption/fetch";
        assertThat(call(HttpMethod.POST, "anonymous", fetch), anyOf(is(403), is(404)));
        assertThat(call(HttpMethod.POST, "reader", fetch), is(403));
        assertThat(call(HttpMethod.GET, "builder", fetch), anyOf(is(404), is(405)));
        assertThat(UndeliveredVideo.of(run).get(0).isFetchable(), is(true));
        assertThat(call(HttpMethod.POST, "builder", fetch), is(200));
        service.finishRenders();
        Eventually.assertEventually(() -> UndeliveredVideo.of(run), hasSize(0));
    }

    @Test
    void onlyAdministratorsUseTheirPage() throws Exception {
        String page = "manage/undelivered-videos/";
        String key = UndeliveredVideo.of(run).get(0).getKey();
        for (String user : List.of("anonymous", "reader", "builder")) {
            assertThat(user, call(HttpMethod.GET, user, page), anyOf(is(403), is(404)));
            for (String action : List.of("fetch", "delete", "forget")) {
                assertThat(user, call(HttpMethod.POST, user, page + action + "?key=" + key), anyOf(is(403), is(404)));
            }
        }
        for (String action : List.of("fetch", "delete", "forget")) {
            assertThat(call(HttpMethod.GET, "admin", page + action + "?key=" + key), anyOf(is(404), is(405)));
        }
        assertThat(UndeliveredVideo.of(run), hasSize(1));
        assertThat(service.deletes(), is(0L));
        assertThat(call(HttpMethod.POST, "admin", page + "forget?key=../../secrets"), is(200));
        assertThat(call(HttpMethod.POST, "admin", page + "forget?key=" + key), is(200));
        assertThat(UndeliveredVideo.of(run), hasSize(0));
    }

    private int call(HttpMethod method, String user, String path) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .withJavaScriptEnabled(false);
        if (!user.equals("anonymous")) {
            browser.login(user);
        }
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), method);
        return browser.loadWebResponse(method == HttpMethod.POST ? browser.addCrumb(request) : request)
                .getStatusCode();
    }
}
