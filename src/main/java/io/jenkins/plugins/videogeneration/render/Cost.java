package io.jenkins.plugins.videogeneration.render;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a render is estimated to cost. It is a product of a price that an administrator wrote down and a duration, not
 * what a service will charge.
 *
 * @param amount in the currency, exact; never negative
 * @param currency as the administrator wrote it, such as USD; null if it is not said
 */
public record Cost(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

    public Cost {
        Objects.requireNonNull(amount, "amount");
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** What is had without a new render. */
    public static Cost nothing(String currency) {
        return new Cost(BigDecimal.ZERO, currency);
    }

    /** Such as "0.8 USD". */
    public String words() {
        return currency == null ? amount.toPlainString() : amount.toPlainString() + " " + currency;
    }
}
