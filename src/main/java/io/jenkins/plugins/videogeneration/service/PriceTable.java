package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.render.Cost;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The prices of a service.
 *
 * @param currency of all prices; may be null
 * @param prices in no order: the one that names most of a request counts, and the first of equals
 */
record PriceTable(String currency, List<VideoPrice> prices) {

    /** Nothing if no price is known for the request, or not how long its video will be. */
    Optional<Cost> estimate(RenderRequest request) {
        Optional<BigDecimal> seconds = RequestedSeconds.of(request);
        Optional<VideoPrice> price = prices.stream()
                .filter(candidate -> candidate.isFor(request.text("model"), request.text("size")))
                .reduce((best, next) -> next.precision() > best.precision() ? next : best);
        return seconds.flatMap(
                duration -> price.map(found -> new Cost(found.perSecond().multiply(duration), currency)));
    }
}
