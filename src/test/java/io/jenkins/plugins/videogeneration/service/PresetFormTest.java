package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Presets where people choose them: in the form, and in YAML. */
@WithJenkins
class PresetFormTest {

    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void fillsInWhatIsKnownAndSavesIt(JenkinsRule jenkins) throws Exception {
        VideoServices services = VideoServices.get();
        services.setServices(List.of(new VideoService("garage", new HttpKind("http://127.0.0.1:8000/v1"))));
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        HtmlPage page = browser.goTo("manage/configure");

        page.<HtmlSelect>querySelector("select[name='_.preset']").setSelectedAttribute("VLLM_OMNI", true);
        browser.waitForBackgroundJavaScript(10_000);
        jenkins.submit(page.getFormByName("config"));

        HttpKind saved = (HttpKind) services.getServices().get(0).getKind();
        assertThat(saved.getPreset(), is(ServicePreset.VLLM_OMNI));
        assertThat(saved.getCreateEncoding(), is(CreateEncoding.MULTIPART));
        assertThat(saved.getAuthentication(), is(AuthenticationScheme.BEARER));
        assertThat(saved.lacks(VideoOperation.REMIX), is(true));
    }

    @Test
    void isEnoughInYaml(JenkinsRule jenkins) throws Exception {
        Matcher block = YAML_BLOCK.matcher(Files.readString(Path.of("docs/dialects.md")));
        assertThat(block.find(), is(true));
        Path yaml = Files.writeString(folder.resolve("jenkins.yaml"), block.group(1));

        ConfigurationAsCode.get().configure(yaml.toString());

        HttpKind foundry =
                (HttpKind) VideoServices.get().serviceNamed("foundry").getKind();
        assertThat(foundry.getAuthentication(), is(AuthenticationScheme.HEADER));
        assertThat(foundry.getHeaderName(), is("api-key"));
        assertThat(foundry.getQuery(), is("api-version=preview"));
    }
}
