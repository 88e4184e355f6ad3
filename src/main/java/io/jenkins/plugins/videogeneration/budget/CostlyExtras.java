package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import io.jenkins.plugins.videogeneration.service.ServiceLimits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Parameters of services' own that decide how much is rendered, past the fields that limits look at. Where the limit that
 * one would pass by is set, it is refused.
 */
enum CostlyExtras {
    LENGTH(
            Set.of(
                    "duration",
                    "durationseconds",
                    "videolength",
                    "length",
                    "numframes",
                    "frames",
                    "fps",
                    "framerate",
                    "framespersecond",
                    "nseconds"),
            limits -> limits.secondsPerRender() != null || limits.costPerDay() != null),
    NUMBER(
            Set.of("n", "numvideos", "numoutputs", "numvideosperprompt", "numberofvideos", "samplecount", "batchsize"),
            limits -> limits.rendersPerDay() != null || limits.costPerDay() != null),
    SIZE(Set.of("width", "height", "resolution", "quality"), limits -> limits.costPerDay() != null);

    /** In lower case and without dividers: each service writes them in its own way. */
    private final Set<String> names;

    private final Predicate<ServiceLimits> isLimited;

    CostlyExtras(Set<String> names, Predicate<ServiceLimits> isLimited) {
        this.names = names;
        this.isLimited = isLimited;
    }

    /** @throws InvalidRequestException with the first parameter that would pass by a limit */
    static void check(RenderRequest request, List<LimitScope> scopes) {
        for (LimitScope scope : scopes) {
            for (CostlyExtras kind : values()) {
                if (kind.isLimited.test(scope.limits())) {
                    kind.check(request.fields(), request.service(), scope);
                }
            }
        }
    }

    /** Some services take their parameters in an object within the request. */
    private void check(Object value, String service, LimitScope scope) {
        if (value instanceof List<?> list) {
            list.forEach(item -> check(item, service, scope));
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> {
                if (names.contains(String.valueOf(name).toLowerCase(Locale.ROOT).replaceAll("[-_. ]", ""))) {
                    throw new InvalidRequestException(
                            "extra", Messages.CostlyExtras_refused(name, ScopeWords.where(scope), service));
                }
                check(field, service, scope);
            });
        }
    }
}
