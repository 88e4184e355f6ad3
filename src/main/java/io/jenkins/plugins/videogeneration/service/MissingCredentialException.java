package io.jenkins.plugins.videogeneration.service;

/** A service needs a key, and the credential that should hold it is not there. */
public class MissingCredentialException extends ServiceSetupException {

    private static final long serialVersionUID = 1L;

    MissingCredentialException(String message) {
        super(message);
    }
}
