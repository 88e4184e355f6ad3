package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.htmlunit.Page;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlFormUtil;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The section "Video services" in Manage Jenkins &gt; System, as a browser shows and submits it. */
@WithJenkins
class VideoServicesFormTest {

    private JenkinsRule jenkins;
    private VideoServices services;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        services = VideoServices.get();
        Keyring.add("studio-key", "sesame");
    }

    @Test
    void savesWhatItShows() throws Exception {
        VideoService studio = new VideoService("studio", http());
        studio.setModel("sora-2");
        studio.setSize("1280x720");
        studio.setSeconds("8");
        studio.setLargestVideoMiB(4096);
        studio.setDownloadOnAgent(true);
        studio.setLimits(Limits.of("2", "12", "20", "7.50"));
        studio.setCurrency("USD");
        VideoPrice anything = new VideoPrice("0.30");
        VideoPrice small = new VideoPrice("0.10");
        small.setModel("sora-2");
        small.setSize("1280x720");
        studio.setPrices(List.of(anything, small));
        SimulatorKind simulator = new SimulatorKind();
        simulator.setRenderSeconds(0);
        simulator.setModerateWhen("gun");
        simulator.setFailWhen("flood");
        services.setServices(List.of(studio, new VideoService("rehearsal", simulator)));
        services.setDefaultService("rehearsal");
        List<VideoService> before = services.getServices();

        jenkins.configRoundtrip();

        jenkins.assertEqualDataBoundBeans(before, services.getServices());
        assertThat(services.getDefaultService(), is("rehearsal"));
        assertThat("a service without limits", services.getServices().get(1).getLimits(), nullValue());

        services.setServices(List.of());
        services.setDefaultService(null);
        jenkins.configRoundtrip();

        assertThat(services.getServices(), empty());
        assertThat(services.getDefaultService(), nullValue());
    }

    @Test
    void refusesNamesThatAreMissingOrThereTwiceAndKeepsWhatWas() throws Exception {
        services.setServices(
                List.of(new VideoService("studio", http()), new VideoService("rehearsal", new SimulatorKind())));

        assertThat(submitWithFirstName("rehearsal"), containsString("two video services with the name 'rehearsal'"));
        assertThat(submitWithFirstName(" "), containsString("A video service needs a name"));

        assertThat(
                services.getServices().stream().map(VideoService::getName).toList(), contains("studio", "rehearsal"));
    }

    @Test
    void refusesALimitThatIsNoNumberAndKeepsWhatWas() throws Exception {
        VideoService studio = new VideoService("studio", http());
        studio.setLimits(Limits.perDay(3));
        services.setServices(List.of(studio));
        JenkinsRule.WebClient browser = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlForm form = browser.goTo("manage/configure").getFormByName("config");
        form.<HtmlInput>querySelector("[name='services'] input[name='_.rendersPerDay']")
                .setValue("many");

        String answer =
                HtmlFormUtil.submit(form).getWebResponse().getContentAsString().replace("&#039;", "'");

        assertThat(answer, containsString("'rendersPerDay' is 'many', but has to be a whole number"));
        assertThat(services.getServices().get(0).getLimits().rendersPerDay(), is(3));
    }

    @Test
    void asksOnlyForWhatTheAuthenticationNeeds() throws Exception {
        services.setServices(List.of(new VideoService("studio", http())));
        HtmlPage page = jenkins.createWebClient().goTo("manage/configure");
        HtmlSelect authentication = page.querySelector("select[name='_.authentication']");

        assertThat(shown(page), contains("_.headerName", "_.credentialsId"));
        authentication.setSelectedAttribute("BEARER", true);
        assertThat(shown(page), contains("_.credentialsId"));
        authentication.setSelectedAttribute("NONE", true);
        assertThat(shown(page), empty());
        authentication.setSelectedAttribute("HEADER", true);
        assertThat(shown(page), contains("_.headerName", "_.credentialsId"));
    }

    @Test
    void letsPeopleChooseNothingAgain() throws Exception {
        services.setServices(List.of(new VideoService("studio", http())));
        services.setDefaultService("studio");
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        HtmlPage page = browser.goTo("manage/configure");
        page.<HtmlSelect>querySelector("select[name='_.credentialsId']").setSelectedAttribute("", true);
        page.<HtmlSelect>querySelector("select[name='_.defaultService']").setSelectedAttribute("", true);
        browser.waitForBackgroundJavaScript(10_000);

        jenkins.submit(page.getFormByName("config"));

        HttpKind saved = (HttpKind) services.getServices().get(0).getKind();
        assertThat(saved.getCredentialsId(), nullValue());
        assertThat(services.getDefaultService(), nullValue());
    }

    private String submitWithFirstName(String name) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlForm form = browser.goTo("manage/configure").getFormByName("config");
        form.<HtmlInput>querySelector("[name='services'] input[name='_.name'][value='studio']")
                .setValue(name);
        Page answer = HtmlFormUtil.submit(form);
        assertThat(answer.getWebResponse().getStatusCode(), is(400));
        return answer.getWebResponse().getContentAsString().replace("&#039;", "'");
    }

    private static List<String> shown(HtmlPage page) {
        return List.of("_.headerName", "_.credentialsId").stream()
                .filter(name -> !isHidden(page.querySelector("[name='kind'] [name='" + name + "']")))
                .toList();
    }

    private static boolean isHidden(DomNode field) {
        for (DomNode node = field; node instanceof HtmlElement element; node = node.getParentNode()) {
            if (element.hasAttribute("class") && element.getAttribute("class").contains("jenkins-hidden")) {
                return true;
            }
        }
        return false;
    }

    private static HttpKind http() {
        HttpKind kind = new HttpKind("https://videos.example.com/v1");
        kind.setAuthentication(AuthenticationScheme.HEADER);
        kind.setHeaderName("api-key");
        kind.setCredentialsId("studio-key");
        kind.setExtensionSeconds("12");
        return kind;
    }
}
