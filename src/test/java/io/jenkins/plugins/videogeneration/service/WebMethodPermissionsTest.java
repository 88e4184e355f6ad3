package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.model.Item;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who gets what from the methods of forms; PageMethodPermissionsTest is about those of pages. */
@WithJenkins
class WebMethodPermissionsTest {

    private static final String JOB = "job/boat/";

    private final boolean extendedReadWasEnabled = Item.EXTENDED_READ.getEnabled();
    private JenkinsRule jenkins;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Item.EXTENDED_READ.setEnabled(true);
        jenkins.createFreeStyleProject("boat");
        Keyring.add(WebMethodRules.KEY_ID, "sesame");
        HttpKind kind = new HttpKind("https://videos.example.com/v1");
        VideoServices.get().setServices(List.of(new VideoService(WebMethodRules.SERVICE, kind)));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader", "builder", "auditor", "developer")
                .grant(Item.READ)
                .everywhere()
                .to("reader", "builder", "auditor", "developer")
                .grant(Item.BUILD)
                .everywhere()
                .to("builder")
                .grant(Item.EXTENDED_READ)
                .everywhere()
                .to("auditor")
                .grant(Item.CONFIGURE)
                .everywhere()
                .to("developer")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
    }

    @AfterEach
    void restore() {
        Item.EXTENDED_READ.setEnabled(extendedReadWasEnabled);
    }

    @Test
    void everyMethodThatTheWebCanCallHasARule() {
        assertThat(
                methods(WebMethodPermissionsTest::canBeCalledFromTheWeb),
                containsInAnyOrder(Stream.concat(
                                WebMethodRules.all().stream().map(WebMethod::id),
                                PageMethod.all().stream().map(PageMethod::id))
                        .toArray(String[]::new)));
    }

    @Test
    void everyGetterThatLeadsFromAnAddressToMoreIsKnown() {
        assertThat(
                methods(WebMethodPermissionsTest::canBeWalkedThrough),
                containsInAnyOrder(WebMethodRules.GETTERS.toArray(String[]::new)));
    }

    private static List<String> methods(Predicate<JavaMethod> wanted) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.jenkins.plugins.videogeneration")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(wanted)
                        .map(method -> method.getOwner().getName() + "." + method.getName())
                        .toList();
    }

    /** By a piece of the address. */
    private static boolean canBeWalkedThrough(JavaMethod method) {
        List<String> parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean takesAPiece = parameters.size() == 1
                && List.of("java.lang.String", "int", "long").contains(parameters.get(0));
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && (method.getName().matches("getDynamic|getTarget")
                        || (method.getName().matches("get[A-Z].*") && takesAPiece));
    }

    private static boolean canBeCalledFromTheWeb(JavaMethod method) {
        boolean named = method.getName().matches("do[A-Z].*|js[A-Z].*|doIndex");
        boolean annotated = method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(type -> type.getPackageName().startsWith("org.kohsuke.stapler")
                        // what the REST API shows of an object is no method of its own
                        && !type.getPackageName().equals("org.kohsuke.stapler.export")
                        && !type.getSimpleName().startsWith("DataBound"));
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (named || annotated);
    }

    @Test
    void nobodyButAdministratorsIsToldAnythingOutsideOfAJob() throws Exception {
        for (String user : List.of("anonymous", "reader", "builder", "auditor", "developer", "admin")) {
            JenkinsRule.WebClient browser = browserOf(user);
            check(WebMethodRules.all(), method -> assertAnswer(browser, "", method, user.equals("admin"), user));
        }
    }

    @Test
    void whoeverMaySeeTheConfigurationOfAJobIsToldWhatItsFormShows() throws Exception {
        List<WebMethod> forms = WebMethodRules.all().stream()
                .filter(method -> method.guard() == WebMethod.Guard.JOB_FORM)
                .toList();
        for (String user : List.of("reader", "builder", "auditor", "developer", "admin")) {
            JenkinsRule.WebClient browser = browserOf(user);
            check(
                    forms,
                    method -> assertAnswer(
                            browser, JOB, method, !List.of("reader", "builder").contains(user), user));
        }
        JenkinsRule.WebClient anonymous = browserOf("anonymous");
        check(forms, method -> assertRefused(post(anonymous, JOB, method)));
    }

    @Test
    void nothingCanBeCalledByALink() throws Exception {
        JenkinsRule.WebClient browser = browserOf("admin");
        check(WebMethodRules.all(), method -> {
            WebRequest get = new WebRequest(url("", method), HttpMethod.GET);
            get.setRequestParameters(parameters(method));
            assertThat(browser.loadWebResponse(get).getStatusCode(), anyOf(is(404), is(405)));
        });
    }

    private void assertAnswer(
            JenkinsRule.WebClient browser, String context, WebMethod method, boolean told, String user)
            throws IOException {
        WebResponse answer = post(browser, context, method);
        if (told) {
            assertThat(user, answer.getStatusCode(), is(200));
            assertThat(user, answer.getContentAsString(), containsString(method.tells()));
            return;
        }
        // without the right to read Jenkins nothing answers at all
        if (method.guard() == WebMethod.Guard.REFUSES_OTHERS || user.equals("anonymous")) {
            assertRefused(answer);
            return;
        }
        assertThat(user, answer.getStatusCode(), is(200));
        assertThat(user, answer.getContentAsString(), not(containsString(method.tells())));
        if (method.parameters().containsValue(WebMethodRules.SENT)) {
            assertThat(user, answer.getContentAsString(), containsString(WebMethodRules.SENT));
        }
    }

    private static void assertRefused(WebResponse answer) {
        assertThat(answer.getStatusCode(), anyOf(is(403), is(404)));
    }

    private JenkinsRule.WebClient browserOf(String user) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .withJavaScriptEnabled(false);
        return user.equals("anonymous") ? browser : browser.login(user);
    }

    private WebResponse post(JenkinsRule.WebClient browser, String context, WebMethod method) throws IOException {
        WebRequest post = new WebRequest(url(context, method), HttpMethod.POST);
        post.setRequestParameters(parameters(method));
        return browser.loadWebResponse(browser.addCrumb(post));
    }

    private URL url(String context, WebMethod method) throws IOException {
        return new URL(jenkins.getURL(), context + method.path());
    }

    private static List<NameValuePair> parameters(WebMethod method) {
        List<NameValuePair> pairs = new ArrayList<>();
        method.parameters().forEach((name, value) -> pairs.add(new NameValuePair(name, value)));
        return pairs;
    }

    /** All of them, so that one run shows everything that is wrong. */
    private static void check(List<WebMethod> methods, Check check) {
        assertAll(methods.stream().map(method -> (Executable) () -> {
            try {
                check.of(method);
            } catch (AssertionError e) {
                throw new AssertionError(method + ": " + e.getMessage(), e);
            }
        }));
    }

    private interface Check {
        void of(WebMethod method) throws Exception;
    }
}
