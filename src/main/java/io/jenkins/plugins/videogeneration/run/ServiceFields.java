package io.jenkins.plugins.videogeneration.run;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** For descriptors of steps and build steps that talk to a service: which one, and with which key. */
public interface ServiceFields {

    @POST
    default ListBoxModel doFillServiceItems(@AncestorInPath Item item, @QueryParameter String service) {
        return RenderForm.services(item, service);
    }

    @POST
    default ListBoxModel doFillCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String service, @QueryParameter String credentialsId) {
        return RenderForm.credentials(item, service, credentialsId);
    }
}
