package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import io.jenkins.plugins.videogeneration.service.RequestChecks;
import io.jenkins.plugins.videogeneration.service.Suggestions;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * For descriptors of steps and build steps that bring a video home: what their fields suggest, and what they say about a
 * value.
 */
public interface RenderFields extends ServiceFields {

    @POST
    default ComboBoxModel doFillModelItems(@AncestorInPath Item item, @QueryParameter String service) {
        return RenderForm.maySee(item) ? Suggestions.ofService(service).models() : new ComboBoxModel();
    }

    @POST
    default ComboBoxModel doFillSizeItems(@AncestorInPath Item item, @QueryParameter String service) {
        return RenderForm.maySee(item) ? Suggestions.ofService(service).sizes() : new ComboBoxModel();
    }

    @POST
    default ComboBoxModel doFillSecondsItems(@AncestorInPath Item item, @QueryParameter String service) {
        return RenderForm.maySee(item) ? Suggestions.ofService(service).seconds() : new ComboBoxModel();
    }

    @POST
    default ComboBoxModel doFillVariantItems(@AncestorInPath Item item) {
        return RenderForm.maySee(item) ? ExistingOptions.variantNames() : new ComboBoxModel();
    }

    @POST
    default FormValidation doCheckExtraText(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.checkExtra(item, value);
    }

    @POST
    default ListBoxModel doFillOnAbortItems(@AncestorInPath Item item, @QueryParameter String onAbort) {
        return RenderForm.abortRules(item, onAbort);
    }

    @POST
    default FormValidation doCheckPrompt(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.maySee(item) ? RequestChecks.prompt(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckSize(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.maySee(item) ? RequestChecks.size(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckSeconds(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.maySee(item) ? RequestChecks.seconds(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckFile(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.check(item, value, text -> VideoNames.checkOptional("file", text));
    }

    @POST
    default FormValidation doCheckTimeoutMinutes(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.checkRange(item, value, RenderOptions.MAX_TIMEOUT_MINUTES);
    }

    @POST
    default FormValidation doCheckPollSeconds(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.checkRange(item, value, RenderOptions.MAX_POLL_SECONDS);
    }

    @POST
    default FormValidation doCheckId(@AncestorInPath Item item, @QueryParameter String value) {
        // where a file can take the place of the id, what is said of the file says so
        boolean optional = Util.fixEmptyAndTrim(value) == null && beginsWithAVideo();
        return optional ? FormValidation.ok() : RenderForm.check(item, value, text -> RequestRules.id("id", text));
    }

    private boolean beginsWithAVideo() {
        return ((Descriptor<?>) this).getPropertyType("video") != null;
    }

    @POST
    default FormValidation doCheckVideo(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String id) {
        return RenderForm.check(item, value, text -> {
            SourceOptions.requireOne(Util.fixEmptyAndTrim(id), Util.fixEmptyAndTrim(text));
            if (Util.fixEmptyAndTrim(id) == null && Util.fixEmptyAndTrim(text) == null) {
                throw new InvalidRequestException("video", Messages.RenderFields_noSource());
            }
            VideoNames.checkOptional("video", text);
        });
    }

    @POST
    default FormValidation doCheckVariant(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.check(item, value, ExistingOptions::checkVariant);
    }

    @POST
    default FormValidation doCheckCharactersText(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.check(item, value, text -> {
            GenerateOptions options = new GenerateOptions("");
            options.setCharacters(List.of(Util.fixNull(text)));
            CreateVideoRequest.characters(options.getCharacters());
        });
    }

    @POST
    default FormValidation doCheckInputReference(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.check(item, value, text -> VideoNames.checkOptional("inputReference", text));
    }

    @POST
    default FormValidation doCheckInputReferenceUrl(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String inputReference) {
        return RenderForm.check(item, value, text -> checkReferences(inputReference, text, null));
    }

    @POST
    default FormValidation doCheckInputReferenceFileId(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String inputReference,
            @QueryParameter String inputReferenceUrl) {
        return RenderForm.check(item, value, text -> checkReferences(inputReference, inputReferenceUrl, text));
    }

    private static void checkReferences(String file, String url, String fileId) {
        GenerateOptions options = new GenerateOptions("");
        options.setInputReference(file);
        options.setInputReferenceUrl(url);
        options.setInputReferenceFileId(fileId);
        options.checkReferences();
    }
}
