package io.jenkins.plugins.videogeneration.crash;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * The controller is killed at each boundary between two phases of a render, for several films at once: of pipelines with
 * each durability, one of which does not survive a crash, and of a freestyle build, which never does. The service lives
 * on. No film is asked for twice, and each that the service has is brought home: by the pipeline, or by the button on the
 * page of its build.
 */
class KillTest {

    private static final List<FlowDurabilityHint> DURABILITIES = List.of(FlowDurabilityHint.values());
    private static final String FREESTYLE = "FREESTYLE";

    @RegisterExtension
    private final RealJenkinsExtension controller = new RealJenkinsExtension()
            .withTimeout(1200)
            .javaOptions("-Xmx512m", "-Duser.language=en", "-Duser.country=US");

    private final TestService service = TestService.rendersIn(Duration.ofSeconds(2));
    private final Gate gate = new Gate(service.baseUrl());

    @AfterEach
    void stop() {
        gate.close();
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsPaidTwiceAndNothingIsLost() throws Throwable {
        controller.startJenkins();
        controller.runRemotely(Films::configure, gate.baseUrl());
        return Arrays.stream(Boundary.values())
                .map(boundary -> DynamicTest.dynamicTest(boundary.name(), () -> killAt(boundary)));
    }

    private void killAt(Boundary boundary) throws Throwable {
        List<String> pipelines = DURABILITIES.stream()
                .map(durability -> film(boundary, durability.name()))
                .toList();
        String freestyle = film(boundary, FREESTYLE);
        List<String> films = new ArrayList<>(pipelines);
        if (boundary != Boundary.BEFORE_THE_INTENT) {
            films.add(freestyle);
        }
        Kill kill = new Kill(controller, gate, films);
        boundary.arrange(kill);
        boundary.prepare(controller);
        if (boundary == Boundary.BEFORE_THE_INTENT) {
            controller.runRemotely(Films::startWithoutTheirTurn, pipelines.toArray(String[]::new));
        } else {
            for (int i = 0; i < pipelines.size(); i++) {
                controller.runRemotely(Films::start, pipelines.get(i), DURABILITIES.get(i));
            }
            controller.runRemotely(Films::startFreestyle, freestyle);
        }
        kill.allow();
        kill.await();
        gate.open();
        gate.throttleContent(Long.MAX_VALUE);
        controller.startJenkins();
        for (String film : films) {
            Films.Ending ending = controller.runRemotely(Films::awaitEnd, film);
            if (film.endsWith(FlowDurabilityHint.MAX_SURVIVABILITY.name())) {
                assertSurvived(boundary, film, ending);
            } else {
                assertAdoptable(boundary, film, ending);
            }
        }
    }

    private static String film(Boundary boundary, String kind) {
        return boundary.name().replace('_', '.') + "-" + kind;
    }

    /** The pipeline goes on by itself. */
    private void assertSurvived(Boundary boundary, String film, Films.Ending ending) {
        if (boundary == Boundary.BEFORE_THE_INTENT) {
            assertNothingWasLost(film, ending);
            return;
        }
        assertThat(posts(film), is(1L));
        if (boundary == Boundary.AFTER_THE_INTENT) {
            assertInDoubt(ending);
        } else {
            assertThat(ending.toString(), ending.delivered(), is(true));
            assertThat(ending.toString(), ending.result(), is("SUCCESS"));
        }
    }

    /** Whether the pipeline was saved in this moment is up to Jenkins; if not, nothing was asked for. */
    private void assertNothingWasLost(String film, Films.Ending ending) {
        assertThat(ending.toString(), posts(film), is(ending.delivered() ? 1L : 0L));
    }

    /** Whether the build can go on or not, what it asked for is not lost. */
    private void assertAdoptable(Boundary boundary, String film, Films.Ending ending) throws Throwable {
        if (boundary == Boundary.BEFORE_THE_INTENT) {
            assertNothingWasLost(film, ending);
            return;
        }
        assertThat(posts(film), is(1L));
        Films.Ending adopted = controller.runRemotely(Films::adopt, film);
        if (boundary == Boundary.AFTER_THE_INTENT) {
            assertInDoubt(adopted);
        } else {
            assertThat(ending + " " + adopted, adopted.delivered(), is(true));
        }
        assertThat(posts(film), is(1L));
    }

    private static void assertInDoubt(Films.Ending ending) {
        assertThat(
                ending.words(),
                containsString("may be running and may be charged; it was not asked for a second time"));
        assertThat(ending.toString(), ending.delivered(), is(false));
    }

    private long posts(String film) {
        return gate.posts().stream().filter(body -> body.contains(film)).count();
    }
}
