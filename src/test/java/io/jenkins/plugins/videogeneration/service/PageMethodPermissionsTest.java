package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hudson.model.Item;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.service.PageMethod.Role;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Who is answered by the methods of pages, by which verb. WebMethodPermissionsTest finds the methods by reflection and fails
 * for one that is not called here.
 */
@WithJenkins
class PageMethodPermissionsTest {

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;
    private static WorkflowRun run;
    private static final Map<Role, JenkinsRule.WebClient> browsers = new EnumMap<>(Role.class);

    @BeforeAll
    static void renderSomething(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Settings.services(service.configured());
        run = new Builds(jenkins).succeed("""
                generateVideo prompt: 'A paper boat', thumbnail: true, spritesheet: true
                generateVideo prompt: 'A paper cat', wait: false
                """);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to(Role.READ.user(), Role.BUILD.user(), Role.CONFIGURE.user())
                .grant(Item.BUILD)
                .everywhere()
                .to(Role.BUILD.user())
                .grant(Item.CONFIGURE)
                .everywhere()
                .to(Role.CONFIGURE.user())
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to(Role.ADMINISTER.user()));
        for (Role role : Role.values()) {
            JenkinsRule.WebClient browser = jenkins.createWebClient()
                    .withThrowExceptionOnFailingStatusCode(false)
                    .withJavaScriptEnabled(false);
            browsers.put(role, role == Role.ANONYMOUS ? browser : browser.login(role.user()));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRoleAndVerb() {
        List<DynamicTest> cases = new ArrayList<>();
        for (PageMethod method : PageMethod.all()) {
            for (Role role : Role.values()) {
                String who = method + " for " + role;
                cases.add(dynamicTest(who + ", by the other verb", () -> assertNoSuchVerb(method, role)));
                cases.add(dynamicTest(who, () -> assertAnswer(method, role)));
            }
        }
        return cases.stream();
    }

    private static void assertNoSuchVerb(PageMethod method, Role role) throws IOException {
        int status = call(method.otherVerb(), method, role);
        assertThat(
                status, method.allowed().contains(role) ? anyOf(is(404), is(405)) : anyOf(is(403), is(404), is(405)));
    }

    private static void assertAnswer(PageMethod method, Role role) throws IOException {
        int status = call(method.verb(), method, role);
        assertThat(status, method.allowed().contains(role) ? is(method.status()) : anyOf(is(403), is(404)));
    }

    private static int call(HttpMethod verb, PageMethod method, Role role) throws IOException {
        String path = method.path()
                .replace("BUILD", run.getUrl())
                .replace("DELIVERED", keyOf(true))
                .replace("LEFT", keyOf(false));
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), verb);
        JenkinsRule.WebClient browser = browsers.get(role);
        return browser.loadWebResponse(verb == HttpMethod.POST ? browser.addCrumb(request) : request)
                .getStatusCode();
    }

    private static String keyOf(boolean delivered) {
        return run.getAction(BuildVideos.class).records().stream()
                .filter(record -> delivered == (record.phase() == Phase.DELIVERED))
                .map(RenderRecord::key)
                .findFirst()
                .orElse("none");
    }
}
