package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.api.VideoOperation;

/** A step wants something that its service is known to lack. Nothing was sent. */
public class UnsupportedByServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedByServiceException(String service, VideoOperation operation) {
        super(Messages.UnsupportedByServiceException_message(service, ReadersWords.of(operation.words())));
    }
}
