package io.jenkins.plugins.videogeneration.service;

import hudson.Util;
import hudson.util.FormValidation;
import java.math.BigDecimal;

/** Numbers as an administrator writes them; blank is none. */
final class Amounts {

    private Amounts() {}

    /** @throws IllegalArgumentException with the field and the value if it is no whole number from the least on */
    static Integer whole(String field, String text, int least) {
        String value = Util.fixEmptyAndTrim(text);
        if (value == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number that is too small
        }
        throw new IllegalArgumentException(Messages.Amounts_noWholeNumber(field, value, least));
    }

    /** @throws IllegalArgumentException with the field and the value if it is no number, or a negative one */
    static BigDecimal decimal(String field, String text) {
        String value = Util.fixEmptyAndTrim(text);
        if (value == null) {
            return null;
        }
        // 1e999999999 is a number too, but nobody's price
        if (value.matches("\\d{1,12}([.]\\d{1,12})?")) {
            return new BigDecimal(value);
        }
        throw new IllegalArgumentException(Messages.Amounts_noDecimal(field, value));
    }

    /** What a form says about a value. */
    static FormValidation check(Runnable reading) {
        try {
            reading.run();
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
