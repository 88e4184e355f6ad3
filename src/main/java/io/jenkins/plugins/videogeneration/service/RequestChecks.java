package io.jenkins.plugins.videogeneration.service;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import java.util.Locale;
import java.util.function.Consumer;

/** The rules of a request as inline checks of a form: the same that a step applies before it sends anything. */
public final class RequestChecks {

    private RequestChecks() {}

    public static FormValidation prompt(String value) {
        return check(value, RequestRules::prompt);
    }

    public static FormValidation size(String value) {
        return check(value, RequestRules::size);
    }

    public static FormValidation seconds(String value) {
        return check(value, RequestRules::seconds);
    }

    /** @param rule throws an {@link InvalidRequestException} if the value can't be right */
    public static FormValidation check(String value, Consumer<String> rule) {
        if (Util.fixNull(value).contains("$")) {
            // a variable has its value only when the build runs
            return FormValidation.ok();
        }
        try {
            rule.accept(value);
            return FormValidation.ok();
        } catch (InvalidRequestException e) {
            return refused(e);
        }
    }

    /** The refusal as a sentence. */
    public static FormValidation refused(InvalidRequestException e) {
        String field =
                e.field().substring(0, 1).toUpperCase(Locale.ROOT) + e.field().substring(1);
        return FormValidation.error(Messages.RequestChecks_refused(field, ReadersWords.of(e.problem())));
    }
}
