package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogeneration.api.CreateCharacterRequest;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** For descriptors of steps and build steps that ask a service something: what their fields say about a value. */
public interface QueryFields extends ServiceFields {

    @POST
    default FormValidation doCheckId(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.check(item, value, text -> RequestRules.id("id", text));
    }

    @POST
    default FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.check(item, value, CreateCharacterRequest::checkName);
    }

    @POST
    default FormValidation doCheckVideo(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.check(item, value, text -> VideoNames.check("video", Util.fixNull(text)));
    }

    @POST
    default FormValidation doCheckLimit(@AncestorInPath Item item, @QueryParameter String value) {
        return RenderForm.checkRange(item, value, VideoListQuery.MAX_LIMIT);
    }
}
