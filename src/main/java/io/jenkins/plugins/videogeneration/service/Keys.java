package io.jenkins.plugins.videogeneration.service;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.Util;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Looks up the key for a service; the credential's domain has to allow the service's base URL. */
final class Keys {

    private final String serviceName;
    private final String baseUrl;

    Keys(String serviceName, String baseUrl) {
        this.serviceName = serviceName;
        this.baseUrl = Util.fixNull(baseUrl);
    }

    /** The service's own key: the administrator chose it, so builds need no permission to see it. */
    StringCredentials ofService(String credentialsId) {
        if (credentialsId == null) {
            throw new MissingCredentialException(Messages.Keys_serviceHasNone(serviceName));
        }
        return find(credentialsId)
                .orElseThrow(() -> new MissingCredentialException(
                        Messages.Keys_notFound(credentialsId, serviceName, Endpoint.withoutQuery(baseUrl))));
    }

    /** A key of the build's choice: one that whoever runs the build may use. */
    StringCredentials ofBuild(String credentialsId, Run<?, ?> run) {
        if (run == null) {
            // it was the build's right to use it
            throw new MissingCredentialException(
                    Messages.Keys_notFoundByBuild(credentialsId, serviceName, Endpoint.withoutQuery(baseUrl)));
        }
        StringCredentials key =
                CredentialsProvider.findCredentialById(credentialsId, StringCredentials.class, run, requirements());
        if (key == null) {
            throw new MissingCredentialException(
                    Messages.Keys_notFoundByBuild(credentialsId, serviceName, Endpoint.withoutQuery(baseUrl)));
        }
        return key;
    }

    Optional<StringCredentials> find(String credentialsId) {
        List<StringCredentials> all = CredentialsProvider.lookupCredentialsInItemGroup(
                StringCredentials.class, Jenkins.get(), ACL.SYSTEM2, requirements());
        return Optional.ofNullable(CredentialsMatchers.firstOrNull(all, CredentialsMatchers.withId(credentialsId)));
    }

    private List<DomainRequirement> requirements() {
        return URIRequirementBuilder.fromUri(baseUrl).build();
    }
}
