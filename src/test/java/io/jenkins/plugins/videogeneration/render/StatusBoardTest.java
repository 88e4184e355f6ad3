package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How renders that wait together are asked for, in numbers of requests. */
class StatusBoardTest {

    private static final Duration RENDER_TIME = Duration.ofMinutes(10);
    private static final int MANY = 1000;
    private static final String DIALECTS = "io.jenkins.plugins.videogeneration.render.DialectStudio#takingMany";

    @Test
    void aThousandRendersCostAtMostAFiftiethOfQuestionsForEach() {
        WaitingRoom alone = new WaitingRoom(RENDER_TIME);
        alone.renders(1);
        alone.runOut();
        WaitingRoom together = new WaitingRoom(RENDER_TIME);
        List<CompletableFuture<Video>> renders = together.renders(MANY);
        together.runOut();
        assertThat(statuses(renders), everyItem(is("completed")));
        assertThat("every ten seconds", alone.questions(), is(60L));
        assertThat(together.questions() * 50, is(lessThanOrEqualTo(alone.questions() * MANY)));
        assertThat(
                "a check each round, and eight confirmations for a page although all end together",
                together.wire.count(Wire.Kind.POLL),
                is(lessThan(200L)));
    }

    @Test
    void renderTimesThatAreKnownMakeItLessAndWhatIsDueSooner() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.renders(10);
        room.runOut();
        long before = room.questions();
        List<CompletableFuture<Video>> renders = room.renders(MANY);
        room.runOut();
        assertThat(statuses(renders), everyItem(is("completed")));
        assertThat(
                "four intervals apart until they can be ready, then closer together: ten pages and a check each",
                room.questions() - before,
                is(lessThan(600L)));
    }

    @Test
    void aThousandRendersAreNoticedWithinTheirInterval() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.renders(MANY);
        room.runOut();
        assertThat(room.noticed.keySet(), hasSize(MANY));
        assertThat(
                room.noticed.values(),
                everyItem(
                        is(lessThanOrEqualTo(VirtualTime.START.plus(RENDER_TIME).plus(WaitingRoom.INTERVAL)))));
    }

    @ParameterizedTest
    @MethodSource(DIALECTS)
    void aHundredRendersAreNoticedWithinTheirIntervalWhateverTheListIsLike(Dialect dialect) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, dialect, new DirectExecutor());
        List<CompletableFuture<Video>> renders = room.renders(100);
        room.runOut();
        assertThat(statuses(renders), everyItem(is("completed")));
        assertThat(
                room.noticed.values(),
                everyItem(
                        is(lessThanOrEqualTo(VirtualTime.START.plus(RENDER_TIME).plus(WaitingRoom.INTERVAL)))));
    }

    @ParameterizedTest
    @MethodSource(DIALECTS)
    void oneTimerServesAll(Dialect dialect) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, dialect, new DirectExecutor());
        room.renders(100);
        assertThat(room.time.pending(), is(1));
        room.time.advance(Duration.ofMinutes(1));
        assertThat(room.time.pending(), is(1));
    }

    @ParameterizedTest
    @MethodSource(DIALECTS)
    void nothingIsLeftWhenAllHaveBeenCancelled(Dialect dialect) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, dialect, new DirectExecutor());
        List<CompletableFuture<Video>> renders = room.renders(10);
        room.time.advance(Duration.ofMinutes(1));
        renders.forEach(render -> render.cancel(true));
        assertThat(room.time.pending(), is(0));
    }

    @ParameterizedTest
    @MethodSource(DIALECTS)
    void twoRendersAreAskedForOneByOne(Dialect dialect) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, dialect, new DirectExecutor());
        room.renders(2);
        room.runOut();
        assertThat(room.wire.count(Wire.Kind.LIST), is(0L));
    }

    @Test
    void threeRendersAreAskedForWithThePageAndOneCheck() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.renders(3);
        room.time.advance(WaitingRoom.INTERVAL);
        assertThat(room.wire.count(Wire.Kind.LIST), is(1L));
        assertThat(room.wire.count(Wire.Kind.POLL), is(1L));
    }

    @Test
    void pagesAreTurnedOnlyWhileRendersAreMissing() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        others(room, 500);
        room.renders(150);
        room.time.advance(WaitingRoom.INTERVAL);
        assertThat(room.wire.count(Wire.Kind.LIST), is(2L));
        assertThat(room.wire.count(Wire.Kind.POLL), is(1L));
    }

    @Test
    void aRenderThatIsNotOnThePagesIsAskedForAlone() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        CompletableFuture<Video> old = room.render("build");
        others(room, 500);
        List<CompletableFuture<Video>> renders = room.renders(10);
        room.runOut();
        assertThat(old.join().status().value(), is("completed"));
        assertThat(statuses(renders), everyItem(is("completed")));
        long rounds = room.wire.count(Wire.Kind.LIST);
        assertThat(
                "each round asks for the one that is missing",
                room.wire.count(Wire.Kind.POLL),
                is(greaterThan(rounds)));
    }

    @Test
    void aListThatIsFullOfOthersIsNotReadToItsEnd() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.renders(50);
        others(room, 5000);
        room.time.advance(WaitingRoom.INTERVAL);
        assertThat(room.wire.count(Wire.Kind.LIST), is(lessThanOrEqualTo(3L)));
        assertThat(room.wire.count(Wire.Kind.POLL), is(50L));
    }

    @ParameterizedTest
    @MethodSource(DIALECTS)
    void aRenderThatFailsEndsWithItsReasonAlthoughTheListLeavesItOut(Dialect dialect) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, dialect, new DirectExecutor());
        room.wire.rewrite(Wire.Kind.LIST, Integer.MAX_VALUE, "\"error\":\\{[^}]*}", "\"error\":null");
        Video first = room.submit("A cat that fails");
        CompletableFuture<Video> failing =
                room.await("build", room.client("one-key", new DirectExecutor()), first, RENDER_TIME);
        room.renders(20);
        room.runOut();
        assertThat(failing.join().error(), is(notNullValue()));
    }

    @Test
    void eachKeyHasItsOwnList() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.renders(2);
        for (int i = 0; i < 2; i++) {
            room.await("other", room.client("another-key", new DirectExecutor()), room.submit("A dog"), RENDER_TIME);
        }
        room.time.advance(WaitingRoom.INTERVAL);
        assertThat("together they would be enough for a list", room.wire.count(Wire.Kind.LIST), is(0L));
        assertThat(room.wire.count(Wire.Kind.POLL), is(4L));
    }

    @Test
    void whatIsKnownToTakeLongIsAskedForLessUntilItCanBeReady() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, Dialect.named("new-api"), new DirectExecutor());
        long[] questions = new long[7];
        for (int i = 0; i < questions.length; i++) {
            long before = room.questions();
            room.renders(1);
            room.runOut();
            questions[i] = room.questions() - before;
        }
        assertThat(questions[0], is(75L));
        assertThat("five were enough to learn from", questions[5], is(lessThan(30L)));
        assertThat(
                room.noticed.values().stream().reduce((a, b) -> b).orElseThrow(),
                is(lessThan(VirtualTime.START.plus(
                        RENDER_TIME.plus(WaitingRoom.INTERVAL).multipliedBy(questions.length)))));
    }

    @Test
    void newsOfARenderMakeItBeAskedForAtOnceAndNothingElse() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        Video first = room.submit("A cat");
        CompletableFuture<Video> render =
                room.await("build", room.client("one-key", new DirectExecutor()), first, RENDER_TIME.multipliedBy(2));
        room.time.advance(RENDER_TIME.minusMillis(500));
        long before = room.questions();
        room.boards.ask("studio", room.submit("A dog").id());
        room.boards.ask("elsewhere", first.id());
        assertThat("nobody waits for these", room.questions(), is(before));
        room.boards.ask("studio", first.id());
        assertThat(room.questions(), is(before + 1));
        assertThat("that there is news is no result", render.isDone(), is(false));
        room.time.advance(Duration.ofMillis(500));
        room.boards.ask("studio", first.id());
        assertThat(render.isDone(), is(true));
    }

    @Test
    void newsDuringAPauseWaitForItsEndAndNoLonger() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.simulator.inject(Operation.RETRIEVE, 1, Fault.status(429, Map.of("retry-after", "60")));
        room.render("build");
        room.time.advance(WaitingRoom.INTERVAL);
        Video other = room.submit("A cat");
        room.await("build", room.client("one-key", new DirectExecutor()), other, RENDER_TIME.multipliedBy(2));
        room.boards.ask("studio", other.id());
        room.time.advance(Duration.ofSeconds(49));
        assertThat(room.questions(), is(1L));
        room.time.advance(Duration.ofSeconds(11));
        assertThat(room.questions(), is(greaterThan(2L)));
    }

    @Test
    void ofManyThatEndTogetherAFewAreConfirmedBeforeTheOthersAreLookedFor() {
        HeldCalls held = new HeldCalls();
        WaitingRoom room = new WaitingRoom(Duration.ofSeconds(1), Dialect.reference(), held);
        List<CompletableFuture<Video>> renders = room.renders(100);
        room.time.advance(WaitingRoom.INTERVAL);
        held.runAll();
        assertThat(room.wire.count(Wire.Kind.LIST), is(1L));
        assertThat("a check and eight confirmations", room.wire.count(Wire.Kind.POLL), is(9L));
        room.time.advance(Duration.ofSeconds(1));
        held.runAll();
        assertThat(room.wire.count(Wire.Kind.LIST), is(2L));
        assertThat("the list has proved itself", room.wire.count(Wire.Kind.POLL), is(lessThan(15L)));
        assertThat(statuses(renders), everyItem(is("completed")));
    }

    @Test
    void thatNobodyWaitsAnyMoreIsNotHeldAgainstTheList() {
        HeldCalls held = new HeldCalls();
        WaitingRoom room = new WaitingRoom(RENDER_TIME, Dialect.reference(), held);
        for (int i = 0; i < 3; i++) {
            List<CompletableFuture<Video>> renders = room.renders(10);
            room.time.advance(WaitingRoom.INTERVAL);
            renders.forEach(render -> render.cancel(true));
            held.runAll();
        }
        long lists = room.wire.count(Wire.Kind.LIST);
        room.renders(10);
        room.time.advance(WaitingRoom.INTERVAL);
        held.runAll();
        assertThat(room.wire.count(Wire.Kind.LIST), is(lists + 1));
    }

    /** Whatever chance says: jitter only shortens the interval. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.999})
    void aThousandRendersAreNoticedWithinTheirIntervalAndMostlyWithinHalfOfIt(double chance) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.chance(chance);
        for (int i = 0; i < MANY; i++) {
            room.render("build");
            // spread over several intervals, so that they end at any moment of a round
            room.time.advance(Duration.ofMillis(37));
        }
        room.runOut();
        List<Duration> late =
                room.noticed.keySet().stream().map(room::late).sorted().toList();
        assertThat(late, hasSize(MANY));
        assertThat(late.get(MANY / 2), is(lessThanOrEqualTo(WaitingRoom.INTERVAL.dividedBy(2))));
        assertThat(late.get(MANY * 99 / 100), is(lessThanOrEqualTo(WaitingRoom.INTERVAL)));
    }

    private static void others(WaitingRoom room, int count) {
        for (int i = 0; i < count; i++) {
            room.submit("A dog of somebody else");
        }
    }

    private static List<String> statuses(List<CompletableFuture<Video>> renders) {
        return renders.stream().map(render -> render.join().status().value()).toList();
    }
}
