package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.render.Cost;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final PriceTable TABLE = new PriceTable(
            "USD",
            List.of(
                    price(null, null, "0.01"),
                    price("pro", "1792x1024", "0.5"),
                    price("pro", null, "0.3"),
                    price(null, "1792x1024", "0.2"),
                    price("pro", null, "9")));

    @Test
    void thePriceThatNamesMostCountsAndTheFirstOfEquals() {
        assertThat(estimate("pro", "1792x1024", "8"), is("4 USD"));
        assertThat(estimate("pro", "720x1280", "8"), is("2.4 USD"));
        assertThat(estimate("fast", "1792x1024", "8"), is("1.6 USD"));
        assertThat(estimate("fast", "720x1280", "8"), is("0.08 USD"));
        assertThat(estimate(null, null, "8"), is("0.08 USD"));
    }

    @Test
    void isExactInDecimals() {
        assertThat(
                new PriceTable("EUR", List.of(price(null, null, "0.1"))).estimate(request("m", null, "3")),
                is(Optional.of(new Cost(new java.math.BigDecimal("0.3"), "EUR"))));
    }

    @Test
    void withoutAPriceOrADurationThereIsNoEstimate() {
        assertThat(estimate("pro", null, null), is("unknown"));
        assertThat(new PriceTable("USD", List.of()).estimate(request("pro", null, "8")), is(Optional.empty()));
        assertThat(
                new PriceTable("USD", List.of(price("pro", null, "1"))).estimate(request(null, null, "8")),
                is(Optional.empty()));
    }

    private static String estimate(String model, String size, String seconds) {
        return TABLE.estimate(request(model, size, seconds)).map(Cost::words).orElse("unknown");
    }

    private static RenderRequest request(String model, String size, String seconds) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("model", model);
        fields.put("size", size);
        fields.put("seconds", seconds);
        return new RenderRequest("studio", List.of(), fields);
    }

    private static VideoPrice price(String model, String size, String perSecond) {
        VideoPrice price = new VideoPrice(perSecond);
        price.setModel(model);
        price.setSize(size);
        return price;
    }
}
