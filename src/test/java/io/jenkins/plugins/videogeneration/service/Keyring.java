package io.jenkins.plugins.videogeneration.service;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.HostnameSpecification;
import hudson.util.Secret;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** Puts keys where an administrator puts them. */
public final class Keyring {

    private Keyring() {}

    /** A key for every host. */
    public static void add(String id, String key) throws IOException {
        store().addCredentials(Domain.global(), secretText(id, key));
    }

    /** A key that is for one host alone. */
    public static void addForHost(String host, String id, String key) throws IOException {
        store().addDomain(
                        new Domain("only " + host, null, List.of(new HostnameSpecification(host, null))),
                        secretText(id, key));
    }

    private static CredentialsStore store() {
        return CredentialsProvider.lookupStores(Jenkins.get()).iterator().next();
    }

    private static StringCredentialsImpl secretText(String id, String key) {
        return new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString(key));
    }
}
