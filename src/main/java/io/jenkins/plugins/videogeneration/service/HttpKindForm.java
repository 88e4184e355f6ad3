package io.jenkins.plugins.videogeneration.service;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.SecretNames;
import java.util.Set;
import java.util.function.BiConsumer;
import jenkins.model.Jenkins;
import okhttp3.HttpUrl;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The form of a service over HTTP: what its fields offer, and what they say about a value. */
public abstract class HttpKindForm extends Descriptor<ServiceKind> {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    /** What the form fills in when a preset is chosen: its values by the names of the fields. */
    public String getPresetValues() {
        return PresetValues.json();
    }

    @POST
    public ListBoxModel doFillPresetItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        for (ServicePreset preset : ServicePreset.values()) {
            items.add(preset.getDisplayName(), preset.name());
        }
        return items;
    }

    @POST
    public ListBoxModel doFillCreateEncodingItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.HttpKind_encodingAuto(), CreateEncoding.AUTO.name());
        items.add(Messages.HttpKind_encodingMultipart(), CreateEncoding.MULTIPART.name());
        items.add(Messages.HttpKind_encodingJson(), CreateEncoding.JSON.name());
        return items;
    }

    @POST
    public FormValidation doCheckHeaders(@QueryParameter String value) {
        return checkSettings(value, Endpoint::requireHeader);
    }

    @POST
    public FormValidation doCheckQuery(@QueryParameter String value) {
        return checkSettings(value, (name, setting) -> {});
    }

    @POST
    public FormValidation doCheckFieldNames(@QueryParameter String value) {
        return checkText(() -> NameValues.read(value));
    }

    @POST
    public FormValidation doCheckLacks(@QueryParameter String value) {
        return checkText(() -> OperationNames.read(value));
    }

    @POST
    public FormValidation doCheckExtensionSeconds(@QueryParameter String value) {
        return checkText(() -> Amounts.whole("extensionSeconds", value, 1));
    }

    private static FormValidation checkText(Runnable reading) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            reading.run();
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(ReadersWords.of(e));
        }
    }

    @POST
    public FormValidation doCheckBaseUrl(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            HttpUrl url = Endpoint.parseBaseUrl(value);
            return url.isHttps() || isThisMachine(url)
                    ? withoutSecret(url.queryParameterNames())
                    : FormValidation.warning(Messages.HttpKind_plainHttp());
        } catch (IllegalArgumentException e) {
            return FormValidation.error(ReadersWords.of(e));
        }
    }

    private static FormValidation checkSettings(String value, BiConsumer<String, String> rule) {
        FormValidation readable = checkText(() -> NameValues.read(value).forEach(rule));
        return readable.kind == FormValidation.Kind.OK
                ? withoutSecret(NameValues.read(value).keySet())
                : readable;
    }

    /** These settings are saved, exported and sent to agents in clear. */
    private static FormValidation withoutSecret(Set<String> names) {
        return names.stream()
                .filter(SecretNames::isSecret)
                .findFirst()
                .map(name -> FormValidation.warning(Messages.HttpKind_looksSecret(name)))
                .orElse(FormValidation.ok());
    }

    /** What does not leave this machine needs no TLS. */
    static boolean isThisMachine(HttpUrl url) {
        return THIS_MACHINE.contains(url.host());
    }

    @POST
    public ListBoxModel doFillAuthenticationItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        for (AuthenticationScheme scheme : AuthenticationScheme.values()) {
            items.add(scheme.getDisplayName(), scheme.name());
        }
        return items;
    }

    @POST
    public FormValidation doCheckHeaderName(@QueryParameter String value, @QueryParameter String authentication) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        boolean wrong = AuthenticationScheme.HEADER.name().equals(authentication)
                && !Authentication.Header.isName(Util.fixEmptyAndTrim(value));
        return wrong ? FormValidation.error(Messages.HttpKind_headerNameWrong()) : FormValidation.ok();
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String baseUrl, @QueryParameter String credentialsId) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return new StandardListBoxModel().includeCurrentValue(credentialsId);
        }
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        Jenkins.get(),
                        StringCredentials.class,
                        URIRequirementBuilder.fromUri(Util.fixNull(baseUrl)).build(),
                        credential -> true)
                .includeCurrentValue(credentialsId);
    }

    @POST
    public FormValidation doCheckCredentialsId(
            @QueryParameter String value, @QueryParameter String baseUrl, @QueryParameter String authentication) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        if (AuthenticationScheme.NONE.name().equals(authentication)) {
            return FormValidation.ok();
        }
        String id = Util.fixEmptyAndTrim(value);
        if (id == null) {
            return FormValidation.warning(Messages.HttpKind_noKey());
        }
        return new Keys("", baseUrl).find(id).isPresent()
                ? FormValidation.ok()
                : FormValidation.error(Messages.HttpKind_noSuchKey(id));
    }
}
