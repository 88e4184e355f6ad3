package io.jenkins.plugins.videogeneration.service;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogeneration.api.ConnectionLayer;
import java.util.List;
import org.jenkins.ui.symbol.Symbol;
import org.jenkins.ui.symbol.SymbolRequest;

/** The findings of a connection test as a table. What a service says is escaped. */
final class ConnectionMarkup {

    private ConnectionMarkup() {}

    static FormValidation of(List<ConnectionFinding> findings) {
        StringBuilder html = new StringBuilder("<table class=\"jenkins-table jenkins-table--small\"><tbody>");
        findings.forEach(finding -> html.append(row(finding)));
        return FormValidation.respond(
                kind(findings), html.append("</tbody></table>").toString());
    }

    private static FormValidation.Kind kind(List<ConnectionFinding> findings) {
        if (has(findings, ConnectionFinding.State.FAILED)) {
            return FormValidation.Kind.ERROR;
        }
        return has(findings, ConnectionFinding.State.WARNING) ? FormValidation.Kind.WARNING : FormValidation.Kind.OK;
    }

    private static boolean has(List<ConnectionFinding> findings, ConnectionFinding.State state) {
        return findings.stream().anyMatch(finding -> finding.state() == state);
    }

    private static String row(ConnectionFinding finding) {
        return "<tr><td class=\"jenkins-table__cell--tight\">" + symbol(finding.state()) + "</td><td><strong>"
                + Util.escape(title(finding.layer())) + "</strong>" + time(finding) + "<br>"
                + Util.escape(finding.words()) + "</td></tr>";
    }

    private static String time(ConnectionFinding finding) {
        if (finding.time() == null) {
            return "";
        }
        String millis = Messages.ConnectionTest_millis(finding.time().toMillis());
        return " <span class=\"jenkins-!-text-color-secondary\">" + Util.escape(millis) + "</span>";
    }

    private static String symbol(ConnectionFinding.State state) {
        return switch (state) {
            case PASSED -> symbol("status-blue", "success", Messages.ConnectionTest_passed());
            case WARNING -> symbol("warning", "warning", Messages.ConnectionTest_warning());
            case FAILED -> symbol("status-red", "error", Messages.ConnectionTest_failed());
            case NOT_TRIED -> symbol("status-nobuilt", "text-color-secondary", Messages.ConnectionTest_notTried());
        };
    }

    private static String symbol(String name, String color, String title) {
        return Symbol.get(new SymbolRequest.Builder()
                .withName(name)
                .withClasses("icon-sm jenkins-!-" + color + "-color")
                .withTitle(title)
                .build());
    }

    /** What a layer is called. */
    static String title(ConnectionLayer layer) {
        return switch (layer) {
            case PROXY -> Messages.ConnectionTest_layerProxy();
            case NAME -> Messages.ConnectionTest_layerName();
            case CONNECT -> Messages.ConnectionTest_layerConnect();
            case TLS -> Messages.ConnectionTest_layerTls();
            case ANSWER -> Messages.ConnectionTest_layerAnswer();
            case KEY -> Messages.ConnectionTest_layerKey();
            case LIST -> Messages.ConnectionTest_layerList();
        };
    }
}
