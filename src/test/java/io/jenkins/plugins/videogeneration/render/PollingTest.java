package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollingTest {

    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"0, 8000", "0.5, 9000", "0.75, 9500"})
    void asksWithinTheIntervalAndUpToAFifthEarlier(double chance, long millis) {
        Studio studio = new Studio(home);
        studio.chance(chance);
        giveHint(studio, null);
        studio.finish(studio.start());
        assertThat(studio.time.delays(), hasSize((int) studio.wire.count(Wire.Kind.POLL)));
        assertThat(studio.time.delays(), everyItem(is(Duration.ofMillis(millis))));
    }

    @ParameterizedTest
    @CsvSource({"3000, 3000", "25000, 25000", "1, 100", "7200000, 300000"})
    void asksWhenTheServiceWantsToBeAskedWithinReason(String hint, long millis) {
        Studio studio = new Studio(home);
        giveHint(studio, hint);
        studio.finish(studio.start());
        assertThat(studio.time.delays(), everyItem(is(Duration.ofMillis(millis))));
    }

    @WithEveryDialect
    void asksForTheLastTimeAtTheDeadlineAndThenGivesUpWithTheId(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.wire.statusForEver("in_progress");
        giveHint(studio, null);
        List<Instant> questions = new ArrayList<>();
        studio.wire.onArrival(Wire.Kind.POLL, () -> questions.add(studio.time.instant()));
        RenderFailure failure = studio.failure(studio.start()).failure();
        Instant deadline = VirtualTime.START.plus(Studio.TIMEOUT);
        assertThat(questions.get(questions.size() - 1), is(deadline));
        assertThat(questions.stream().filter(deadline::equals).count(), is(1L));
        assertThat(
                failure.message(),
                allOf(
                        containsString(studio.journal.onDisk().videoId()),
                        containsString("not finished after 30 min"),
                        containsString("'in_progress'")));
        assertThat(studio.journal.onDisk().phase(), is(Phase.FAILED));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(0L));
        assertThat(studio.wire.count(Wire.Kind.DELETE), is(0L));
    }

    @WithEveryDialect
    void aRenderThatIsFinishedAtTheLastQuestionIsDelivered(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        giveHint(studio, "300000");
        Duration untilDone = Studio.RENDER_TIME;
        RenderRecord soon = RenderRecord.intended(
                "soon",
                RenderRequest.of("studio", Studio.CAT),
                "cat.mp4",
                studio.time.instant(),
                untilDone,
                Studio.POLL);
        RunningRender render = studio.engine().start(soon, Studio.CAT, studio.context());
        assertThat(studio.finish(render).phase(), is(Phase.DELIVERED));
        assertThat(studio.time.instant(), is(VirtualTime.START.plus(untilDone)));
    }

    @WithEveryDialect
    void aStatusThatNobodyKnowsMeansNotYet(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.wire.status("processing", "NOT_START", "warming up the GPU");
        RenderRecord record = studio.finish(studio.start());
        List<String> words = record.history().stream().map(StatusChange::status).toList();
        assertThat(words, hasItems("processing", "NOT_START", "warming up the GPU", "completed"));
    }

    @WithEveryDialect
    void anotherIdInALaterAnswerIsIgnored(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.wire.rewrite(Wire.Kind.POLL, ALWAYS, "\"id\":\"[^\"]+\"", "\"id\":\"changed\"");
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.videoId(), is(studio.journal.written().get(1).videoId()));
        assertThat(studio.shelf.deliveries(), hasSize(1));
    }

    @WithEveryDialect
    void aFailureNamesTheIdOfTheCreateNotALaterOne(Dialect dialect) {
        Studio studio = new Studio(home, dialect, new PromptRule("cat", PromptRule.Effect.JOB_FAILS));
        studio.wire.rewrite(Wire.Kind.POLL, ALWAYS, "\"id\":\"[^\"]+\"", "\"id\":\"changed\"");
        String message = studio.failure(studio.start()).getMessage();
        assertThat(message, containsString(studio.journal.onDisk().videoId()));
    }

    @Test
    void eachStatusIsRememberedOnceWithTheTimeItWasFirstSeen() {
        Studio studio = new Studio(home);
        giveHint(studio, "1000");
        RenderRecord record = studio.finish(studio.start());
        assertThat(studio.wire.count(Wire.Kind.POLL), is(60L));
        assertThat(record.history(), hasSize(3));
        assertThat(record.history().get(1).at(), is(VirtualTime.START.plusSeconds(6)));
        long waiting =
                studio.journal.phases().stream().filter(Phase.WAITING::equals).count();
        assertThat("progress is not written down, and an end only with what follows", waiting, is(2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"succeeded", "done", "COMPLETED"})
    void eachWordForSuccessEndsTheWaiting(String word) {
        Studio studio = new Studio(home);
        studio.wire.rewrite(Wire.Kind.POLL, ALWAYS, "\"status\":\"completed\"", "\"status\":\"" + word + "\"");
        assertThat(studio.finish(studio.start()).status(), is(word));
    }

    /** Has the service say when to ask again, or not say it. */
    private static void giveHint(Studio studio, String millis) {
        for (Wire.Kind kind : List.of(Wire.Kind.SUBMIT, Wire.Kind.POLL)) {
            studio.wire.header(kind, "openai-poll-after-ms", millis);
        }
    }
}
