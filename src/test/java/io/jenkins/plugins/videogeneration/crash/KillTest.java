package io.jenkins.plugins.videogeneration.crash;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.time.Duration;
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
 * The controller is killed at each boundary between two phases of a render, once for each of two films: one of a pipeline
 * that survives a crash, and one of a pipeline that does not. The service lives on. No film is asked for twice, and each
 * that the service has is brought home: by the pipeline, or by the button on the page of its build.
 */
class KillTest {

    private static final List<FlowDurabilityHint> DURABILITIES =
            List.of(FlowDurabilityHint.MAX_SURVIVABILITY, FlowDurabilityHint.PERFORMANCE_OPTIMIZED);

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
        List<String> films = DURABILITIES.stream()
                .map(durability -> boundary.name().replace('_', '.') + "-" + durability)
                .toList();
        Kill kill = new Kill(controller, gate, films);
        boundary.arrange(kill);
        if (boundary == Boundary.BEFORE_THE_INTENT) {
            controller.runRemotely(Films::startWithoutTheirTurn, films.toArray(String[]::new));
        } else {
            for (int i = 0; i < films.size(); i++) {
                controller.runRemotely(Films::start, films.get(i), DURABILITIES.get(i));
            }
        }
        kill.allow();
        kill.await();
        gate.open();
        gate.throttleContent(Long.MAX_VALUE);
        controller.startJenkins();
        assertSurvived(boundary, films.get(0), controller.runRemotely(Films::awaitEnd, films.get(0)));
        assertAdoptable(boundary, films.get(1), controller.runRemotely(Films::awaitEnd, films.get(1)));
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

    /** The pipeline cannot go on, because it was not saved; what it asked for is not lost. */
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
