package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.render.Cost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What several renders come to.
 *
 * @param renders how many were asked for
 * @param unpriced how many of them had no known price
 * @param costs what the others were estimated to cost, one for each currency
 */
@ExportedBean(defaultVisibility = 4)
@Restricted(NoExternalUse.class)
public record Sum(@Exported int renders, @Exported int unpriced, List<Cost> costs) {

    static Sum of(Collection<Charge> charges) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        int unpriced = 0;
        for (Charge charge : charges) {
            if (charge.cost() == null) {
                unpriced++;
            } else {
                amounts.merge(
                        Objects.requireNonNullElse(charge.cost().currency(), ""),
                        charge.cost().amount(),
                        BigDecimal::add);
            }
        }
        List<Cost> costs = amounts.entrySet().stream()
                .map(entry -> new Cost(entry.getValue(), entry.getKey().isEmpty() ? null : entry.getKey()))
                .toList();
        return new Sum(charges.size(), unpriced, costs);
    }

    /** For people, such as "3 renders, estimated 1.2 USD, 1 without a price". */
    @Exported(name = "text")
    public String words() {
        if (renders == 0) {
            return Messages.Sum_none();
        }
        List<String> parts = new ArrayList<>();
        parts.add(Messages.Sum_renders(renders));
        if (!costs.isEmpty()) {
            parts.add(Messages.Sum_cost(costs.stream().map(Cost::words).collect(Collectors.joining(" + "))));
        }
        if (unpriced > 0) {
            parts.add(Messages.Sum_unpriced(unpriced));
        }
        return String.join(", ", parts);
    }

    /** In a currency; zero if nothing was spent in it. */
    BigDecimal amountIn(String currency) {
        return costs.stream()
                .filter(cost -> Objects.equals(cost.currency(), currency))
                .map(Cost::amount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
