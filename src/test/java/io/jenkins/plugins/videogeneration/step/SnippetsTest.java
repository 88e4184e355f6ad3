package io.jenkins.plugins.videogeneration.step;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the snippet generator writes for any step: all that was said, nothing that was not, and Groovy reads it back. */
@WithJenkins
class SnippetsTest {

    private static SnippetizerTester snippets;
    private static List<StepDescriptor> steps;

    @BeforeAll
    static void start(JenkinsRule jenkins) throws Exception {
        snippets = new SnippetizerTester(jenkins);
        steps = StepDescriptor.all().stream()
                .filter(step -> step.clazz.getName().startsWith("io.jenkins.plugins.videogeneration."))
                .toList();
        assertThat(steps, hasSize(11));
        Settings.services(TestService.configured("studio", "http://localhost/v1", TestService.CREDENTIALS_ID));
    }

    @Test
    void everyFieldIsWrittenAndReadBack() throws Exception {
        for (StepDescriptor descriptor : steps) {
            Map<String, Object> said = arguments(descriptor, parameter -> true);
            Step step = step(descriptor, said);

            snippets.assertParseStep(step, Snippetizer.object2Groovy(step));

            assertThat(descriptor.getFunctionName(), written(step), is(said));
        }
    }

    @Test
    void whatWasLeftAloneIsNotWritten() throws Exception {
        for (StepDescriptor descriptor : steps) {
            Map<String, Object> said = arguments(descriptor, DescribableParameter::isRequired);
            Step step = step(descriptor, said);

            snippets.assertParseStep(step, Snippetizer.object2Groovy(step));

            assertThat(descriptor.getFunctionName(), written(step), is(said));
        }
    }

    private static Step step(StepDescriptor descriptor, Map<String, Object> arguments) throws Exception {
        return descriptor.newInstance(new TreeMap<>(arguments));
    }

    private static Map<String, Object> written(Step step) {
        return new TreeMap<>(DescribableModel.uninstantiate2_(step).getArguments());
    }

    private static Map<String, Object> arguments(StepDescriptor descriptor, Predicate<DescribableParameter> which) {
        Map<String, Object> arguments = new TreeMap<>();
        new DescribableModel<>(descriptor.clazz)
                .getParameters().stream()
                        .filter(which)
                        .forEach(parameter -> arguments.put(parameter.getName(), example(parameter)));
        return arguments;
    }

    /** Another value than the default, of the field's type. */
    private static Object example(DescribableParameter parameter) {
        Type type = parameter.getErasedType();
        if (type == boolean.class) {
            return !List.of("archive", "wait").contains(parameter.getName());
        }
        if (type == int.class) {
            return 7;
        }
        if (type == List.class) {
            return List.of("char_1", "char_2");
        }
        if (type == Map.class) {
            return Map.of("seed", 42, "text", "it's $x");
        }
        assertThat(parameter.getName(), type, is(String.class));
        return parameter.getName() + " 'quoted' $not \\ a variable\nsecond line";
    }
}
