package io.jenkins.plugins.videogeneration.service;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What to do about a TLS connection that did not come about. */
final class TlsFix {

    private TlsFix() {}

    static String of(Throwable failure) {
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return Messages.ConnectionTest_fixExpired();
        }
        if (has(failure, SSLPeerUnverifiedException.class)) {
            return Messages.ConnectionTest_fixOtherHost();
        }
        if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return Messages.ConnectionTest_fixUnknownCertificate();
        }
        return Messages.ConnectionTest_fixTls();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).anyMatch(kind::isInstance);
    }
}
