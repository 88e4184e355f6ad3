package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.security.ACL;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.Util;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The services from a YAML file and back. */
@WithJenkins
class ConfigurationAsCodeTest {

    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void loadsTheExampleOfTheDocumentationAndExportsTheSame(JenkinsRule jenkins) throws Exception {
        configure(exampleOfTheDocumentation());

        VideoServices services = VideoServices.get();
        assertThat(services.getDefaultService(), is("studio"));
        assertThat(
                services.getServices().stream().map(VideoService::getName).toList(),
                contains("studio", "azure", "garage", "rehearsal"));
        assertThat("the key for the service's host", keyFor("https://videos.example.com/v1"), notNullValue());
        assertThat(export(), is(resource("exported.yaml")));
    }

    @Test
    void loadsWhatItExports(JenkinsRule jenkins) throws Exception {
        String exported = resource("exported.yaml");

        configure("unclassified:\n  videoServices:\n" + exported.indent(4));

        assertThat(export(), is(exported));
    }

    @Test
    void noLimitIsLostBecauseItIsWrittenAsANumber(JenkinsRule jenkins) throws Exception {
        configure("unclassified: {videoServices: {services: [{name: a, kind: simulator,"
                + " limits: {concurrentRenders: 2, rendersPerDay: 0, secondsPerRender: 7, costPerDay: 15}}]}}");
        ServiceLimits limits = VideoServices.get().serviceNamed("a").getLimits();
        assertThat(limits.concurrentRenders(), is(2));
        assertThat(limits.rendersPerDay(), is(0));
        assertThat(limits.secondsPerRender(), is(new BigDecimal("7")));
        assertThat(limits.costPerDay(), is(new BigDecimal("15")));

        assertRefused("services: [{name: a, kind: simulator, prices: [{perSecond: 0.1}]}]", "in quotes");
    }

    @Test
    void saysWhatIsWrongInAFile(JenkinsRule jenkins) {
        assertRefused("services: [{name: a, kind: simulator}, {name: a, kind: simulator}]", "with the name 'a'");
        assertRefused("services: [{name: ' ', kind: simulator}]", "A video service needs a name");
        assertRefused("services: [{name: a}]", "The video service 'a' needs a kind");
        assertRefused(
                "services: [{name: a, kind: simulator, limits: {rendersPerDay: many}}]", "'rendersPerDay' is 'many'");
        assertRefused("services: [{name: a, kind: simulator, prices: [{model: x}]}]", "A price needs 'perSecond'");
        assertRefused("services: [{name: a, kind: {simulator: {speed: 2}}}]", "speed");
    }

    private void assertRefused(String videoServices, String words) {
        ConfiguratorException refused = assertThrows(
                ConfiguratorException.class,
                () -> configure("unclassified:\n  videoServices:\n    " + videoServices + "\n"));
        StringBuilder all = new StringBuilder();
        for (Throwable e = refused; e != null; e = e.getCause()) {
            all.append(e.getMessage()).append('\n');
        }
        assertThat(all.toString(), containsString(words));
    }

    private void configure(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("jenkins.yaml"), yaml);
        ConfigurationAsCode.get().configure(file.toString());
    }

    private static String export() throws Exception {
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        return Util.toYamlString(Util.getUnclassifiedRoot(context).get("videoServices"));
    }

    private static StringCredentials keyFor(String url) {
        List<StringCredentials> keys = CredentialsProvider.lookupCredentialsInItemGroup(
                StringCredentials.class,
                Jenkins.get(),
                ACL.SYSTEM2,
                URIRequirementBuilder.fromUri(url).build());
        return CredentialsMatchers.firstOrNull(keys, CredentialsMatchers.withId("studio-key"));
    }

    private static String exampleOfTheDocumentation() throws IOException {
        Matcher block = YAML_BLOCK.matcher(Files.readString(Path.of("docs/configuration.md")));
        assertThat("docs/configuration.md has a YAML block", block.find());
        return block.group(1);
    }

    private static String resource(String name) throws IOException {
        try (var in = ConfigurationAsCodeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
