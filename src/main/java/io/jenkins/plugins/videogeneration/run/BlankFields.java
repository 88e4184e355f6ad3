package io.jenkins.plugins.videogeneration.run;

import java.util.List;
import net.sf.json.JSONObject;

/** A number that a form leaves blank is the default, which the form shows in its place. */
public final class BlankFields {

    private static final List<String> NUMBERS = List.of("timeoutMinutes", "pollSeconds", "limit");

    private BlankFields() {}

    /** Takes them out of what was submitted, so that nothing sets them. */
    public static JSONObject dropped(JSONObject form) {
        NUMBERS.stream().filter(field -> form.optString(field).isBlank()).forEach(form::remove);
        return form;
    }
}
