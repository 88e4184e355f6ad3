package io.jenkins.plugins.videogeneration.run;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.RequestChecks;
import io.jenkins.plugins.videogeneration.service.ServiceItems;
import io.jenkins.plugins.videogeneration.service.ServiceSetupException;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.util.function.Consumer;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.springframework.security.core.Authentication;

/**
 * What the forms of steps and build steps offer and check. Whoever may not ask gets an empty answer, not an error, since
 * the snippet generator is open to people who may not configure anything.
 */
final class RenderForm {

    private RenderForm() {}

    static ListBoxModel services(Item item, String current) {
        return ServiceItems.of(Messages.RenderForm_defaultService(), current, maySee(item));
    }

    /** The keys that builds of the item may use and whose domain allows the service's base URL. */
    static ListBoxModel credentials(Item item, String service, String current) {
        StandardListBoxModel items = new StandardListBoxModel();
        items.add(Messages.RenderForm_keyOfTheService(), "");
        if (!maySee(item) && (item == null || !item.hasPermission(CredentialsProvider.USE_ITEM))) {
            return items.includeCurrentValue(Util.fixNull(current));
        }
        Authentication whoBuilds = item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
        return items.includeMatchingAs(
                        whoBuilds,
                        item,
                        StringCredentials.class,
                        URIRequirementBuilder.fromUri(baseUrl(service)).build(),
                        credential -> true)
                .includeCurrentValue(Util.fixNull(current));
    }

    static ListBoxModel abortRules(Item item, String current) {
        ListBoxModel items = new ListBoxModel();
        if (!maySee(item)) {
            items.add(Util.fixNull(current));
            return items;
        }
        items.add(Messages.RenderForm_deleteOnAbort(), AbortRule.DELETE.word());
        items.add(Messages.RenderForm_keepOnAbort(), AbortRule.KEEP.word());
        return items;
    }

    static FormValidation checkExtra(Item item, String value) {
        if (!maySee(item)) {
            return FormValidation.ok();
        }
        try {
            ExtraText.read(value);
            return FormValidation.ok();
        } catch (Descriptor.FormException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Blank is the default. */
    static FormValidation checkRange(Item item, String value, int max) {
        return maySee(item) && Util.fixEmptyAndTrim(value) != null
                ? FormValidation.validateIntegerInRange(value, 1, max)
                : FormValidation.ok();
    }

    /** @param rule throws an {@link InvalidRequestException} if the value can't be right */
    static FormValidation check(Item item, String value, Consumer<String> rule) {
        return maySee(item) ? RequestChecks.check(value, rule) : FormValidation.ok();
    }

    /** The snippet generator is open to all who may see the configuration of the job. */
    static boolean maySee(Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.EXTENDED_READ);
    }

    private static String baseUrl(String service) {
        try {
            return VideoServices.get().serviceNamed(service).getKind() instanceof HttpKind http
                    ? http.getBaseUrl()
                    : "";
        } catch (ServiceSetupException e) {
            return "";
        }
    }
}
