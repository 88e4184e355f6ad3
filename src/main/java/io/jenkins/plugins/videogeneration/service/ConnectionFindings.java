package io.jenkins.plugins.videogeneration.service;

import hudson.ProxyConfiguration;
import io.jenkins.plugins.videogeneration.api.ConnectionLayer;
import io.jenkins.plugins.videogeneration.api.ConnectionReport;
import io.jenkins.plugins.videogeneration.api.VideosException;
import io.jenkins.plugins.videogeneration.service.ConnectionFinding.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import okhttp3.HttpUrl;

/** Puts into words what a call to a service has shown about each layer on the way. */
final class ConnectionFindings {

    private static final int NOT_FOUND = 404;

    private final HttpUrl baseUrl;
    private final boolean withKey;
    private final ConnectionReport report;

    /** @param withKey whether a key was sent */
    ConnectionFindings(HttpUrl baseUrl, boolean withKey, ConnectionReport report) {
        this.baseUrl = baseUrl;
        this.withKey = withKey;
        this.report = report;
    }

    List<ConnectionFinding> all() {
        return Arrays.stream(ConnectionLayer.values()).map(this::finding).toList();
    }

    private ConnectionFinding finding(ConnectionLayer layer) {
        if (layer == report.failed()) {
            return layer == ConnectionLayer.LIST ? withoutList() : failed(layer);
        }
        if (!report.passed(layer)) {
            return untimed(
                    layer,
                    State.NOT_TRIED,
                    Messages.ConnectionTest_notTriedAfter(ConnectionMarkup.title(report.failed())));
        }
        return switch (layer) {
            case PROXY -> passed(layer, report.proxy() == null ? withoutProxy() : throughProxy());
            case NAME -> passed(layer, name());
            case CONNECT -> passed(layer, report.proxy() == null ? server() : Messages.ConnectionTest_proxyConnects());
            case TLS -> report.tls() == null ? withoutTls() : passed(layer, tls());
            case ANSWER ->
                report.redirectedTo() == null ? passed(layer, Messages.ConnectionTest_answers()) : redirected();
            case KEY -> key();
            case LIST ->
                passed(
                        layer,
                        report.page().videos().isEmpty()
                                ? Messages.ConnectionTest_listsNothing()
                                : Messages.ConnectionTest_lists());
        };
    }

    private ConnectionFinding passed(ConnectionLayer layer, String words) {
        return timed(layer, State.PASSED, words);
    }

    private ConnectionFinding timed(ConnectionLayer layer, State state, String words) {
        return new ConnectionFinding(layer, state, words, report.time(layer).orElse(null));
    }

    private static ConnectionFinding untimed(ConnectionLayer layer, State state, String words) {
        return new ConnectionFinding(layer, state, words, null);
    }

    private static String withoutProxy() {
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        return proxy == null ? Messages.ConnectionTest_noProxy() : Messages.ConnectionTest_proxyNotForThisHost();
    }

    private String throughProxy() {
        return Messages.ConnectionTest_proxy(
                report.proxy().getHostString() + ":" + report.proxy().getPort());
    }

    private String name() {
        if (report.proxy() != null) {
            return Messages.ConnectionTest_proxyResolves(baseUrl.host());
        }
        return report.time(ConnectionLayer.NAME).isEmpty()
                ? Messages.ConnectionTest_noName(baseUrl.host())
                : baseUrl.host();
    }

    private String server() {
        return baseUrl.host() + ":" + baseUrl.port();
    }

    private ConnectionFinding withoutTls() {
        return HttpKindForm.isThisMachine(baseUrl)
                ? passed(ConnectionLayer.TLS, Messages.ConnectionTest_noTls())
                : untimed(
                        ConnectionLayer.TLS,
                        State.WARNING,
                        Messages.ConnectionTest_noTls() + " " + Messages.HttpKind_plainHttp());
    }

    private String tls() {
        ConnectionReport.Tls tls = report.tls();
        return tls.certificateEnds() == null
                ? tls.protocol()
                : Messages.ConnectionTest_certificate(
                        tls.protocol(),
                        LocalDate.ofInstant(tls.certificateEnds(), ZoneOffset.UTC)
                                .toString());
    }

    /** The question followed the redirect; what is paid for does not. */
    private ConnectionFinding redirected() {
        return timed(ConnectionLayer.ANSWER, State.WARNING, Messages.ConnectionTest_redirects(report.redirectedTo()));
    }

    private ConnectionFinding key() {
        if (!withKey) {
            return untimed(ConnectionLayer.KEY, State.PASSED, Messages.ConnectionTest_noKey());
        }
        return report.page() == null
                ? untimed(ConnectionLayer.KEY, State.NOT_TRIED, Messages.ConnectionTest_keyUnknown())
                : passed(ConnectionLayer.KEY, Messages.ConnectionTest_keyAccepted());
    }

    private ConnectionFinding withoutList() {
        if (!(report.failure() instanceof VideosException.Unsupported)) {
            return failed(ConnectionLayer.LIST);
        }
        // behind a 404 there may be no list, or the base URL is wrong: nothing tells which
        return report.failure().failure().status() == NOT_FOUND
                ? timed(ConnectionLayer.LIST, State.WARNING, sentences(Messages.ConnectionTest_baseUrlOrNoList()))
                : passed(ConnectionLayer.LIST, Messages.ConnectionTest_noList());
    }

    private ConnectionFinding failed(ConnectionLayer layer) {
        if (layer == ConnectionLayer.PROXY && report.failure().getCause() != null) {
            // the failure speaks of the service, which was not even asked
            String why = ReadersWords.of(report.failure().getCause());
            return timed(layer, State.FAILED, Messages.ConnectionTest_noWay(why) + " " + fix(layer));
        }
        return timed(layer, State.FAILED, sentences(fix(layer)));
    }

    private String fix(ConnectionLayer layer) {
        return switch (layer) {
            case PROXY -> Messages.ConnectionTest_fixProxy(throughProxy(), server());
            case NAME -> Messages.ConnectionTest_fixName(baseUrl.host());
            case CONNECT -> Messages.ConnectionTest_fixConnection(server());
            case TLS -> TlsFix.of(report.failure());
            case ANSWER ->
                report.redirectedTo() == null
                        ? ReadersWords.of(report.failure().adviceText())
                        : Messages.ConnectionTest_redirects(report.redirectedTo());
            default -> ReadersWords.of(report.failure().adviceText());
        };
    }

    private String sentences(String fix) {
        String said = ReadersWords.of(report.failure());
        // Japanese and Chinese have a full stop of their own
        return (said.endsWith(".") || said.endsWith("\u3002") ? said : said + ".") + " " + fix;
    }
}
