package io.jenkins.plugins.videogeneration.step;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import hudson.FilePath;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Images;
import io.jenkins.plugins.videogeneration.fixture.Results;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * The pages about the steps: each example runs as it stands there. It finds {@code images/start.png} and
 * {@code videos/duck.mp4} in its workspace, and the ids of a video and a character in its parameters.
 */
@WithJenkins
class StepPagesTest {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern EXAMPLE = Pattern.compile("```groovy\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    private static final TestService service = TestService.rendersAtOnce();

    private static JenkinsRule jenkins;
    private static FilePath duck;
    private static String video;
    private static String character;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Settings.services(service.configured());
        WorkflowRun run = new Builds(jenkins)
                .succeed("node { def duck = generateVideo prompt: 'A duck', seconds: 4, file: 'duck.mp4'\n"
                        + Results.say("video", "duck")
                        + Results.say("character", "createVideoCharacter(name: 'Mallard', video: 'duck.mp4')")
                        + "}");
        duck = jenkins.jenkins.getWorkspaceFor(run.getParent()).child("duck.mp4");
        video = Results.of(run, "video").path("id").asText();
        character = Results.of(run, "character").path("id").asText();
    }

    static Stream<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = EXAMPLE.matcher(Files.readString(page));
            for (int number = 1; matcher.find(); number++) {
                examples.add(Arguments.of(page.getFileName() + " " + number, matcher.group(1)));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anExampleRunsAsItStands(String name, String example) throws Exception {
        WorkflowJob job = new Builds(jenkins).pipeline(example);
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("VIDEO_ID", video),
                new StringParameterDefinition("CHARACTER_ID", character)));
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
        workspace.child("images/start.png").copyFrom(new ByteArrayInputStream(Images.png(64, 36)));
        duck.copyTo(workspace.child("videos/duck.mp4"));
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        Builds.assertNoStackTrace(run);
    }

    @Test
    void eachStepHasAPageWithItsParametersAndAnExample() throws Exception {
        List<StepDescriptor> steps = StepDescriptor.all().stream()
                .filter(step -> step.clazz.getPackageName().equals(StepPagesTest.class.getPackageName()))
                .toList();
        assertThat(steps, hasSize(11));
        List<String> missing = new ArrayList<>();
        for (StepDescriptor step : steps) {
            String page = Files.readString(DOCS.resolve("steps/" + step.getFunctionName() + ".md"));
            for (DescribableParameter parameter : new DescribableModel<>(step.clazz).getParameters()) {
                if (!page.contains("\n| `" + parameter.getName() + "` | ")) {
                    missing.add(step.getFunctionName() + "." + parameter.getName());
                }
            }
            if (!EXAMPLE.matcher(page).find()) {
                missing.add("an example of " + step.getFunctionName());
            }
        }
        assertThat(missing, is(empty()));
    }

    @Test
    void noPageNamesAParameterThatTheStepDoesNotHave() throws Exception {
        int rows = 0;
        List<String> unknown = new ArrayList<>();
        for (StepDescriptor step : StepDescriptor.all()) {
            Path page = DOCS.resolve("steps/" + step.getFunctionName() + ".md");
            if (Files.exists(page)) {
                DescribableModel<?> model = new DescribableModel<>(step.clazz);
                String table = Files.readString(page).split("## Parameters")[1].split("## Result")[0];
                Matcher row = Pattern.compile("\n\\| `(\\w+)` \\| ").matcher(table);
                while (row.find()) {
                    rows++;
                    if (model.getParameter(row.group(1)) == null) {
                        unknown.add(step.getFunctionName() + "." + row.group(1));
                    }
                }
            }
        }
        assertThat(unknown, is(empty()));
        assertThat(rows, greaterThan(11));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("steps"))) {
            return Stream.concat(Stream.of(DOCS.resolve("steps.md")), files.sorted())
                    .toList();
        }
    }
}
