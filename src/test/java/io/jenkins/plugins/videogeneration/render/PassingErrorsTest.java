package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong while a render is waited for, and need not end it. */
@WithEveryDialect
class PassingErrorsTest {

    @Parameter
    Dialect dialect;

    /** A question is repeated at once so often before the waiting itself hears of the error. */
    private static final int ATTEMPTS_PER_QUESTION = 4;

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408, 409})
    void errorsOfAnOverloadedServiceAreWaitedOut(int status) {
        Studio studio = new Studio(home, dialect);
        int questions = 8;
        studio.simulator.inject(Operation.RETRIEVE, questions * ATTEMPTS_PER_QUESTION, Fault.status(status));
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.listener.troublesBeforeTheContent(), hasSize(questions));
        assertThat(studio.listener.troublesBeforeTheContent(), everyItem(containsString("HTTP " + status)));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    @Test
    void brokenConnectionsAreWaitedOut() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.RETRIEVE, 6 * ATTEMPTS_PER_QUESTION, Fault.connectionLost());
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.listener.troublesBeforeTheContent(), hasSize(6));
    }

    @Test
    void aServiceThatAsksForAPauseIsGivenIt() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.RETRIEVE, 1, Fault.status(429, Map.of("retry-after", "200")));
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.time.delays(), hasItem(Duration.ofSeconds(200)));
        assertThat(studio.listener.troublesBeforeTheContent(), hasSize(1));
    }

    @Test
    void aFreshRenderMayBeUnknownForAWhile() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.RETRIEVE, 4, Fault.status(404));
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.listener.troublesBeforeTheContent(), hasSize(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void theFifthRefusalInARowEndsTheRender(int status) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.RETRIEVE, 1000, Fault.status(status));
        String message = studio.failure(studio.start()).getMessage();
        String id = studio.journal.onDisk().videoId();
        assertThat(
                message,
                containsString(
                        "GET " + dialect.basePath() + "/videos/" + id + ": " + DialectStudio.refusal(dialect, status)));
        assertThat(studio.wire.count(Wire.Kind.POLL), is(5L));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.journal.onDisk().phase(), is(Phase.FAILED));
    }

    @Test
    void anAnswerBetweenTwoRefusalsMakesTheCountBeginAnew() {
        Studio studio = new Studio(home, dialect);
        for (int round = 0; round < 3; round++) {
            studio.simulator.inject(Operation.RETRIEVE, 4, Fault.status(404));
            studio.simulator.inject(
                    Operation.RETRIEVE, 1, Fault.answer(200, Map.of(), "{\"id\":\"v\",\"status\":\"queued\"}"));
        }
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.listener.troublesBeforeTheContent(), hasSize(12));
    }

    @Test
    void errorsUntilTheDeadlineEndTheRenderWithItsId() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.RETRIEVE, 100_000, Fault.status(503));
        String message = studio.failure(studio.start()).getMessage();
        assertThat(message, containsString(studio.journal.onDisk().videoId() + " is not finished after 30 min"));
    }

    @Test
    void aServiceThatNeverSaysHowFarItIsIsNotQuoted() throws InterruptedException {
        Studio studio = new Studio(home, dialect);
        String id = studio.renderedElsewhere(Studio.CAT);
        studio.simulator.inject(Operation.RETRIEVE, 100_000, Fault.status(503));
        String message =
                studio.failure(studio.resume(studio.cat().knownAs(id, false))).getMessage();
        assertThat(message, containsString(id + " is not known to be finished after 30 min: the service never said"));
    }

    @Test
    void aServiceThatIsNoLongerConfiguredEndsTheWaiting() {
        Studio studio = new Studio(home, dialect);
        RunningRender render = studio.start();
        studio.client = () -> {
            throw new RenderException("The service 'studio' is gone", "Configure it again.");
        };
        assertThat(studio.failure(render).getMessage(), is("The service 'studio' is gone"));
        assertThat(
                studio.journal.onDisk().videoId(),
                is(studio.journal.written().get(1).videoId()));
    }
}
