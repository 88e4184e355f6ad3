package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Images;
import io.jenkins.plugins.videogeneration.fixture.PostBox;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import okio.ByteString;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the parameters of a step become in the request. */
@WithJenkins
class SentRequestTest {

    @RegisterExtension
    private static final PostBox service = new PostBox();

    private static JenkinsRule jenkins;

    private Builds builds;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws IOException {
        Settings.services(TestService.configured("box", service.baseUrl(), TestService.CREDENTIALS_ID));
        builds = new Builds(jenkins);
    }

    @Test
    void extraParametersKeepTheirTypesInJson() throws Exception {
        builds.succeed("""
                def what = 'text'
                generateVideo prompt: 'A', wait: false, extra: [
                    seed: 42, fps: 23.976, loop: true, negative_prompt: "no ${what}", nothing: null,
                    camera: [kind: "dolly ${what}", steps: [1, 2, "${what}"]]]
                """);
        assertThat(service.json(), is(json("""
                {"prompt": "A", "seed": 42, "fps": 23.976, "loop": true, "negative_prompt": "no text", "nothing": null,
                 "camera": {"kind": "dolly text", "steps": [1, 2, "text"]}}
                """)));
    }

    @Test
    void extraParametersAreTextBesideAFile() throws Exception {
        WorkflowJob job = builds.pipeline("""
                node {
                    generateVideo prompt: 'A', wait: false, inputReference: 'a.png', characters: ['c1', 'c2'],
                        extra: [seed: 42, loop: true, camera: [kind: 'dolly'], nothing: null]
                }
                """);
        jenkins.jenkins.getWorkspaceFor(job).child("a.png").copyFrom(new ByteArrayInputStream(Images.png(64, 36)));
        jenkins.buildAndAssertSuccess(job);
        Map<String, ByteString> parts = service.parts();
        assertThat(parts.get("seed").utf8(), is("42"));
        assertThat(parts.get("loop").utf8(), is("true"));
        assertThat(parts.get("camera[kind]").utf8(), is("dolly"));
        assertThat(parts.get("characters[][id]").utf8(), is("c2"));
        assertThat(parts, not(hasKey("nothing")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt", "model", "size", "seconds", "input_reference", "characters"})
    void anExtraParameterDoesNotTakeThePlaceOfAnother(String field) throws Exception {
        int before = service.size();
        WorkflowRun run = builds.fail("generateVideo prompt: 'A', wait: false, extra: [" + field + ": '8']");
        assertThat(
                errorLines(run),
                contains("ERROR: The field 'extra' has '" + field + "', but that has a parameter of its own."
                        + " Set it there. Nothing was sent."));
        assertThat(service.size(), is(before));
    }

    @Test
    void charactersAreNamedByTheirIds() throws Exception {
        builds.succeed("""
                def id = 'c2'
                generateVideo prompt: 'A', wait: false, characters: ['c1', "${id}"]
                """);
        assertThat(service.json().path("characters"), is(json("[{\"id\": \"c1\"}, {\"id\": \"c2\"}]")));
    }

    @Test
    void aVideoIsNamedByItsId() throws Exception {
        builds.succeed("extendVideo id: 'v 1', prompt: 'A', seconds: 8, wait: false, extra: [seed: 1, size: '9x9']");
        assertThat(
                service.json(),
                is(json("{\"video\": {\"id\": \"v 1\"}, \"prompt\": \"A\", \"seconds\": \"8\", \"seed\": 1,"
                        + " \"size\": \"9x9\"}")));
        builds.succeed("editVideo id: 'v1', prompt: 'A', wait: false");
        assertThat(service.json(), is(json("{\"video\": {\"id\": \"v1\"}, \"prompt\": \"A\"}")));
        builds.succeed("remixVideo id: 'v 1', prompt: 'A', wait: false");
        assertThat(service.json(), is(json("{\"prompt\": \"A\"}")));
        assertThat(service.count("POST", "/videos/v%201/remix"), is(1L));
    }

    @Test
    void aListIsAskedForInPagesOfTheSizeThatIsNeeded() throws Exception {
        builds.succeed("listVideos limit: 5, order: 'ASC', after: 'v1'");
        assertThat(service.latestQuery(), is("after=v1&limit=5&order=asc"));
        builds.succeed("listVideos()");
        assertThat(service.latestQuery(), is("limit=20"));
        builds.succeed("listVideos limit: 500");
        assertThat(service.latestQuery(), is("limit=100"));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
