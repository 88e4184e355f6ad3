package io.jenkins.plugins.videogeneration.service;

import hudson.util.FormValidation;
import io.jenkins.plugins.videogeneration.api.ConnectionReport;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Asks a service for one video of its list, which costs nothing, and tells layer by layer how far that got. */
final class ConnectionTest {

    private final HttpKind kind;

    ConnectionTest(HttpKind kind) {
        this.kind = kind;
    }

    FormValidation run() throws InterruptedException {
        Endpoint endpoint;
        try {
            endpoint = kind.endpoint(key());
        } catch (IllegalArgumentException | MissingCredentialException e) {
            return FormValidation.error(ReadersWords.of(e));
        }
        ConnectionReport report = ServiceConnections.get().probe(endpoint).run();
        boolean withKey = endpoint.authentication().key().isPresent();
        return ConnectionMarkup.of(new ConnectionFindings(endpoint.baseUrl(), withKey, report).all());
    }

    private StringCredentials key() {
        if (kind.getAuthentication() == AuthenticationScheme.NONE) {
            return null;
        }
        String id = kind.getCredentialsId();
        if (id == null) {
            throw new MissingCredentialException(Messages.HttpKind_noKey());
        }
        return new Keys("", kind.getBaseUrl())
                .find(id)
                .orElseThrow(() -> new MissingCredentialException(Messages.HttpKind_noSuchKey(id)));
    }
}
