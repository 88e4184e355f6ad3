package io.jenkins.plugins.videogeneration.language;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.jenkins.plugins.videogeneration.fixture.ReadersLanguage;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import io.jenkins.plugins.videogeneration.step.GenerateVideoStep;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * The language that a browser asks for is the one that Jenkins answers in, and its letters arrive undamaged: in a text of the code (the
 * title of the section), in a text of a view (the label of a field), and in a help file.
 */
@ExtendWith(ReadersLanguage.class)
@WithJenkins
class LanguageOfTheReaderTest {

    @Test
    void decidesInWhichLanguageJenkinsAnswers(JenkinsRule jenkins) throws Exception {
        assertIsReadAs(
                jenkins, "de", "Videodienste", "Standarddienst", "hinzugefügt haben, kann hier nach dem Speichern");
        assertIsReadAs(
                jenkins, "fr", "Services vidéo", "Service par défaut", "qui rend lorsqu’une étape n’en nomme pas.");
        assertIsReadAs(jenkins, "ja", "動画サービス", "既定のサービス", "ステップがサービスを指定しない場合に");
        assertIsReadAs(jenkins, "zh-CN", "视频服务", "默认服务", "步骤未指定服务时用于渲染的服务。");
        assertIsReadAs(jenkins, "en-US", "Video services", "Default service", "The service that renders when a step");
    }

    private static void assertIsReadAs(JenkinsRule jenkins, String languages, String title, String label, String help)
            throws Exception {
        String page = read(jenkins, languages, "manage/configure");
        assertThat(page, allOf(containsString(title), containsString(label)));
        assertThat("no character was lost", page, not(containsString("\uFFFD")));
        String service = "descriptor/" + VideoServices.class.getName() + "/help/defaultService";
        assertThat(read(jenkins, languages, service), containsString(help));
    }

    /** What is said there comes from packages that know no Jenkins. */
    @Test
    void decidesInWhichLanguageAFormObjects(JenkinsRule jenkins) throws Exception {
        assertThat(
                objection(jenkins, "de", HttpKind.class, "checkBaseUrl", "ftp"),
                containsString("Die Basis-URL \u201eftp\u201c ist keine"));
        assertThat(
                objection(jenkins, "fr", GenerateVideoStep.class, "checkSize", "720p"),
                containsString("Size vaut \u00ab\u00a0720p\u00a0\u00bb, mais doit"));
        assertThat(
                objection(jenkins, "zh-CN", GenerateVideoStep.class, "checkFile", "../boat.mp4"),
                containsString("\u4f46\u5fc5\u987b\u7559\u5728\u5de5\u4f5c\u7a7a\u95f4\u5185"));
        assertThat(
                objection(jenkins, "en", HttpKind.class, "checkBaseUrl", "ftp"),
                containsString("is no http or https URL"));
    }

    private static String objection(JenkinsRule jenkins, String languages, Class<?> form, String check, String value)
            throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            browser.addRequestHeader("Accept-Language", languages);
            URL url = new URL(jenkins.getURL(), "descriptorByName/" + form.getName() + "/" + check + "?value=" + value);
            return browser.getPage(browser.addCrumb(new WebRequest(url, HttpMethod.POST)))
                    .getWebResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        }
    }

    private static String read(JenkinsRule jenkins, String languages, String path) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            browser.addRequestHeader("Accept-Language", languages);
            Page page = browser.goTo(path);
            WebResponse response = page.getWebResponse();
            assertThat(response.getContentCharset(), is(StandardCharsets.UTF_8));
            return response.getContentAsString(StandardCharsets.UTF_8);
        }
    }
}
