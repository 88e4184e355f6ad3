package io.jenkins.plugins.videogeneration.builder;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.videogeneration.run.GenerateOptions;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The build step "Generate video". */
public class GenerateVideoBuilder extends SubmitBuilder {

    private final GenerateOptions options;

    /** @param prompt what to show */
    @DataBoundConstructor
    public GenerateVideoBuilder(String prompt) {
        options = new GenerateOptions(prompt);
    }

    @Override
    GenerateOptions options() {
        return options;
    }

    public String getModel() {
        return options.getModel();
    }

    @DataBoundSetter
    public void setModel(String model) {
        options.setModel(model);
    }

    public String getSize() {
        return options.getSize();
    }

    @DataBoundSetter
    public void setSize(String size) {
        options.setSize(size);
    }

    public String getSeconds() {
        return options.getSeconds();
    }

    @DataBoundSetter
    public void setSeconds(String seconds) {
        options.setSeconds(seconds);
    }

    public String getInputReference() {
        return options.getInputReference();
    }

    @DataBoundSetter
    public void setInputReference(String inputReference) {
        options.setInputReference(inputReference);
    }

    public String getInputReferenceUrl() {
        return options.getInputReferenceUrl();
    }

    @DataBoundSetter
    public void setInputReferenceUrl(String inputReferenceUrl) {
        options.setInputReferenceUrl(inputReferenceUrl);
    }

    public String getInputReferenceFileId() {
        return options.getInputReferenceFileId();
    }

    @DataBoundSetter
    public void setInputReferenceFileId(String inputReferenceFileId) {
        options.setInputReferenceFileId(inputReferenceFileId);
    }

    public boolean isFitInputReference() {
        return options.isFitInputReference();
    }

    @DataBoundSetter
    public void setFitInputReference(boolean fitInputReference) {
        options.setFitInputReference(fitInputReference);
    }

    public boolean isReuse() {
        return options.isReuse();
    }

    @DataBoundSetter
    public void setReuse(boolean reuse) {
        options.setReuse(reuse);
    }

    public List<String> getCharacters() {
        return options.getCharacters();
    }

    /** For the form: the same as one line. */
    public String getCharactersText() {
        return String.join(", ", getCharacters());
    }

    @DataBoundSetter
    public void setCharacters(List<String> characters) {
        options.setCharacters(characters);
    }

    @Extension
    public static class DescriptorImpl extends RenderBuilder.DescriptorImpl {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GenerateVideoBuilder_displayName();
        }
    }
}
