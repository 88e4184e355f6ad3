package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.render.Cost;
import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The limits of a day in one scope.
 *
 * @param service the name of the service
 * @param freeAgain when the next day begins
 */
record DayLimits(String service, LimitScope scope, ZonedDateTime freeAgain) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

    /**
     * @param cost of one render more; null if it is not known, which no limit of cost lets pass
     * @param used of today, in the scope
     * @throws RenderException if it would be too much
     */
    void check(Cost cost, Sum used) {
        Integer renders = scope.limits().rendersPerDay();
        if (renders != null && used.renders() >= renders) {
            throw refusal(Messages.DayLimits_renders(
                    ScopeWords.where(scope), service, renders.toString(), String.valueOf(used.renders())));
        }
        BigDecimal most = scope.limits().costPerDay();
        if (most == null) {
            return;
        }
        if (cost == null) {
            throw new RenderException(
                    Messages.DayLimits_noPrice(ScopeWords.where(scope), service, most.toPlainString()),
                    Messages.DayLimits_enterPrice(service));
        }
        BigDecimal spent = used.amountIn(cost.currency());
        if (spent.add(cost.amount()).compareTo(most) > 0) {
            throw refusal(Messages.DayLimits_cost(
                    ScopeWords.where(scope),
                    service,
                    new Cost(most, cost.currency()).words(),
                    new Cost(spent, cost.currency()).words(),
                    cost.words()));
        }
    }

    private RenderException refusal(String message) {
        return new RenderException(
                message, Messages.DayLimits_freeAgain(TIME.format(freeAgain)) + " " + ScopeWords.whoCanRaise(scope));
    }
}
