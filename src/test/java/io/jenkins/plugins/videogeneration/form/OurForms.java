package io.jenkins.plugins.videogeneration.form;

import hudson.model.Descriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.step.GenerateVideoStep;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What of ours has a form in a pipeline or a freestyle job. */
final class OurForms {

    private OurForms() {}

    /** By the names that they have in a pipeline. */
    static List<String> steps() {
        return StepDescriptor.all().stream()
                .filter(step -> step.clazz.getPackage().equals(GenerateVideoStep.class.getPackage()))
                .map(StepDescriptor::getFunctionName)
                .toList();
    }

    static List<Descriptor<Builder>> builders() {
        return Builder.all().stream()
                .filter(builder -> builder.clazz.getPackage().equals(GenerateVideoBuilder.class.getPackage()))
                .toList();
    }
}
