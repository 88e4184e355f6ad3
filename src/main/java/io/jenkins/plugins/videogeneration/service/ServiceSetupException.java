package io.jenkins.plugins.videogeneration.service;

/** A video service can't be used as it is configured, or is not there. The message says what to do about it. */
public class ServiceSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceSetupException(String message) {
        super(message);
    }

    ServiceSetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
