package io.jenkins.plugins.videogeneration.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.cloudbees.jenkins.support.SupportPlugin;
import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Needle;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Reads all that Jenkins tells about itself while a build renders, and finds no key in it, on no agent either. */
@WithJenkins
class KeyInDumpsTest {

    private static final Needle KEY = new Needle(TestService.KEY);

    @RegisterExtension
    private static final TestService service = TestService.rendersOnDemand();

    private static JenkinsRule jenkins;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Settings.services(service.configured());
    }

    @Test
    void whileARenderIsWaitedForAndAfterwards() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("studio"));
        WorkflowRun run = new Builds(jenkins).start("""
                node('studio') {
                    generateVideo 'A paper boat'
                    if (isUnix()) {
                        sh 'env; cat /proc/$PPID/environ /proc/$PPID/cmdline || true'
                    } else {
                        bat 'set'
                    }
                }
                """);
        jenkins.waitForMessage("The service took it", run);

        assertNowhere(run, agent);
        service.finishRenders();
        jenkins.waitForCompletion(run);
        assertNowhere(run, agent);
        jenkins.assertLogContains("BUILD_NUMBER=", run);
    }

    /** Shows that the other would find a key. */
    @Test
    void exceptWhereAPersonWritesItDown() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.setDescription("the key is " + TestService.KEY);

        assertThat(KEY.isIn(page(job.getUrl() + "config.xml")), is(true));
        assertThat(KEY.isIn(page("api/xml?depth=2")), is(true));
        job.delete();
    }

    private static void assertNowhere(WorkflowRun run, DumbSlave agent) throws Exception {
        List<String> pages = List.of(
                run.getUrl() + "consoleText",
                run.getUrl() + "api/xml?depth=5",
                run.getParent().getUrl() + "config.xml",
                run.getParent().getUrl() + "configure",
                "api/xml?depth=3",
                "manage/configure",
                "threadDump",
                agent.toComputer().getUrl() + "systemInfo",
                agent.toComputer().getUrl() + "config.xml");
        for (String page : pages) {
            String text = page(page);
            assertThat(page, text, is(not("")));
            assertThat(page, KEY.isIn(text), is(false));
        }
        for (Map.Entry<String, String> entry : supportBundle().entrySet()) {
            assertThat("the support bundle: " + entry.getKey(), KEY.isIn(entry.getValue()), is(false));
        }
        assertThat("the export of the configuration", KEY.isIn(exported()), is(false));
        assertThat(
                "the agent's environment",
                KEY.isIn(agent.toComputer().getEnvironment().toString()),
                is(false));
        assertThat(new Needle(TestService.KEY).filesBelow(Path.of(agent.getRemoteFS())), is(empty()));
        assertThat(KEY.filesBelow(jenkins.jenkins.getRootDir().toPath()), is(empty()));
    }

    /** All that an administrator can send to those who help: the entries with their content. */
    private static Map<String, String> supportBundle() throws IOException {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        SupportPlugin.writeBundle(bundle, SupportPlugin.getComponents());
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(entries.keySet(), hasItem("about.md"));
        return entries;
    }

    private static String exported() throws Exception {
        ByteArrayOutputStream yaml = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(yaml);
        String text = yaml.toString(StandardCharsets.UTF_8);
        assertThat("the credential is exported", text.contains(TestService.CREDENTIALS_ID), is(true));
        return text;
    }

    private static String page(String url) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .goTo(url, null)
                .getWebResponse()
                .getContentAsString();
    }
}
