package io.jenkins.plugins.videogeneration.service;

import java.util.List;

/** A step names a video service that is not configured, or none although there is no default. */
public class UnknownServiceException extends ServiceSetupException {

    private static final long serialVersionUID = 1L;

    private UnknownServiceException(String message) {
        super(message);
    }

    /** @param wanted the name that a step gives, or null */
    static UnknownServiceException ofStep(String wanted, List<String> known) {
        if (known.isEmpty()) {
            return new UnknownServiceException(Messages.UnknownServiceException_noServices());
        }
        String names = String.join(", ", known);
        return new UnknownServiceException(
                wanted == null
                        ? Messages.UnknownServiceException_noDefault(names)
                        : Messages.UnknownServiceException_unknown(wanted, names));
    }

    /** @param name the default service, which is no longer there */
    static UnknownServiceException ofDefault(String name, List<String> known) {
        return known.isEmpty()
                ? ofStep(null, known)
                : new UnknownServiceException(
                        Messages.UnknownServiceException_defaultGone(name, String.join(", ", known)));
    }
}
