package io.jenkins.plugins.videogeneration.budget;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import io.jenkins.plugins.videogeneration.service.Limits;
import io.jenkins.plugins.videogeneration.service.ServiceLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No limit is passed by with a parameter of the service's own. */
class CostlyExtrasTest {

    private static final ServiceLimits SECONDS = Limits.of(null, "8", null, null);
    private static final ServiceLimits RENDERS = Limits.perDay(3);
    private static final ServiceLimits COST = Limits.costPerDay("1");

    @Test
    void whatDecidesTheLengthIsRefusedWhereTheLengthOrTheCostIsLimited() {
        for (String name : List.of("num_frames", "numFrames", "duration", "duration_seconds", "fps")) {
            assertRefused(name, Map.of(name, 2400), SECONDS);
            assertRefused(name, Map.of(name, 2400), COST);
            assertTaken(Map.of(name, 2400), RENDERS);
        }
    }

    @Test
    void whatDecidesHowManyIsRefusedWhereTheirNumberOrTheCostIsLimited() {
        assertRefused("n", Map.of("n", 4), RENDERS);
        assertRefused("num_videos", Map.of("num_videos", 4), COST);
        assertTaken(Map.of("n", 4), SECONDS);
    }

    @Test
    void whatDecidesTheSizeIsRefusedWhereTheCostIsLimited() {
        assertRefused("width", Map.of("width", 4096), COST);
        assertTaken(Map.of("width", 4096), SECONDS);
    }

    @Test
    void itIsFoundInsideOfOtherParametersToo() {
        assertRefused("num-frames", Map.of("extra_body", Map.of("list", List.of(Map.of("num-frames", 9)))), SECONDS);
    }

    @Test
    void otherParametersAreTaken() {
        for (ServiceLimits limits : List.of(SECONDS, RENDERS, COST)) {
            assertTaken(Map.of("seed", 1, "negative_prompt", "n", "guidance_scale", 7.5), limits);
        }
        assertTaken(Map.of("num_frames", 2400, "n", 4), Limits.concurrent(1));
    }

    @Test
    void aFolderIsNamed() {
        InvalidRequestException e = assertThrows(
                InvalidRequestException.class,
                () -> CostlyExtras.check(asking(Map.of("n", 2)), List.of(new LimitScope("films", RENDERS))));
        assertThat(
                e.getMessage(),
                is("extra has 'n', which decides what is rendered past 'seconds' and 'size', and so past the limits of"
                        + " the folder 'films' for 'studio'. Leave it out"));
    }

    private static void assertRefused(String name, Map<String, Object> extra, ServiceLimits limits) {
        InvalidRequestException e = assertThrows(
                InvalidRequestException.class,
                () -> CostlyExtras.check(asking(extra), List.of(new LimitScope(null, limits))),
                name);
        assertThat(e.problem().toString().startsWith("has '" + name + "', which decides"), is(true));
    }

    private static void assertTaken(Map<String, Object> extra, ServiceLimits limits) {
        assertDoesNotThrow(() -> CostlyExtras.check(asking(extra), List.of(new LimitScope(null, limits))));
    }

    private static RenderRequest asking(Map<String, Object> extra) {
        return RenderRequest.of(
                "studio", new CreateVideoRequest("A paper boat", "sora-2", null, "4", null, List.of(), extra));
    }
}
