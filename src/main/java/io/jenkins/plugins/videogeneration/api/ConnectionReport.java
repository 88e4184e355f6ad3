package io.jenkins.plugins.videogeneration.api;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import okhttp3.Handshake;

/**
 * What a {@link ConnectionProbe} has found.
 *
 * @param proxy the proxy that the call went through, or null
 * @param times how long the layers took that were tried, the failed one too; a layer that needs no time of its own is not
 *     among them
 * @param tls what the service proved itself with, or null
 * @param redirectedTo the base URL that the service's redirect leads to, without a query, or null if it did not redirect
 * @param failed the layer that the call got no further than, or null
 * @param failure what went wrong there, or null
 * @param page what the service listed, or null
 */
public record ConnectionReport(
        InetSocketAddress proxy,
        Map<ConnectionLayer, Duration> times,
        Tls tls,
        String redirectedTo,
        ConnectionLayer failed,
        VideosException failure,
        VideoPage page) {

    /**
     * How the connection is secured.
     *
     * @param protocol for example TLSv1.3
     * @param certificateEnds when the service's certificate expires, or null if it has shown none
     */
    public record Tls(String protocol, Instant certificateEnds) {

        static Tls of(Handshake handshake) {
            Optional<Instant> end = handshake.peerCertificates().stream()
                    .findFirst()
                    .filter(X509Certificate.class::isInstance)
                    .map(certificate ->
                            ((X509Certificate) certificate).getNotAfter().toInstant());
            return new Tls(handshake.tlsVersion().javaName(), end.orElse(null));
        }
    }

    public ConnectionReport {
        times = Map.copyOf(times);
    }

    /** How long a layer took, if that is known. What the service thinks of the key comes with its answer. */
    public Optional<Duration> time(ConnectionLayer layer) {
        return Optional.ofNullable(times.get(layer == ConnectionLayer.KEY ? ConnectionLayer.ANSWER : layer));
    }

    /** Whether the call got past a layer. */
    public boolean passed(ConnectionLayer layer) {
        return failed == null || layer.compareTo(failed) < 0;
    }
}
