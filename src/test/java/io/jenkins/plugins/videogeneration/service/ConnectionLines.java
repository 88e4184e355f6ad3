package io.jenkins.plugins.videogeneration.service;

import hudson.util.FormValidation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table that the button "Test connection" shows, as a person reads it. */
final class ConnectionLines {

    private static final Pattern ROW = Pattern.compile(
            "<tr><td[^>]*>(.*?)</td><td><strong>(.*?)</strong>(?: <span[^>]*>(.*?)</span>)?<br>(.*?)</td></tr>");
    private static final Pattern STATE = Pattern.compile("jenkins-visually-hidden\">(.*?)<");

    private final FormValidation answer;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, String> times = new LinkedHashMap<>();

    ConnectionLines(FormValidation answer) {
        this.answer = answer;
        Matcher row = ROW.matcher(answer.renderHtml().replace("\n", ""));
        while (row.find()) {
            Matcher state = STATE.matcher(row.group(1));
            String said = row.group(4).replace("&#039;", "'");
            words.put(row.group(2), (state.find() ? state.group(1) : "no state") + ": " + said);
            times.put(row.group(2), row.group(3));
        }
    }

    FormValidation.Kind kind() {
        return answer.kind;
    }

    List<String> titles() {
        return List.copyOf(words.keySet());
    }

    /** For example "Passed: The service accepts the key.". */
    String of(String title) {
        return String.valueOf(words.get(title));
    }

    String time(String title) {
        return times.get(title);
    }
}
