package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all renders of a service share: its rate limit, and the few questions that may be under way at a time. */
class SharedLimitsTest {

    private static final Duration RENDER_TIME = Duration.ofMinutes(10);
    private static final Dialect WITHOUT_LIST = Dialect.named("new-api");

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aPauseThatOneRenderIsAskedForIsKeptByAll(int status) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, WITHOUT_LIST, new DirectExecutor());
        room.simulator.inject(Operation.RETRIEVE, 1, Fault.status(status, Map.of("retry-after", "60")));
        room.renders(100);
        room.time.advance(WaitingRoom.INTERVAL);
        assertThat(room.wire.count(Wire.Kind.POLL), is(1L));
        room.time.advance(Duration.ofSeconds(57));
        assertThat(room.wire.count(Wire.Kind.POLL), is(1L));
        room.time.advance(Duration.ofSeconds(3));
        assertThat(room.wire.count(Wire.Kind.POLL), is(101L));
        assertThat("only one has been refused", room.listener.troubles(), hasSize(1));
    }

    @Test
    void aPauseThatTheListIsAskedForIsKeptByAll() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.simulator.inject(Operation.LIST, 1, Fault.status(429, Map.of("retry-after", "60")));
        room.renders(100);
        room.time.advance(Duration.ofSeconds(68));
        assertThat(room.questions(), is(1L));
        room.time.advance(WaitingRoom.INTERVAL);
        assertThat("the list is not to blame", room.wire.count(Wire.Kind.LIST), is(greaterThan(1L)));
    }

    @Test
    void pausesGrowWhereTheServiceNamesNone() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, WITHOUT_LIST, new DirectExecutor());
        room.simulator.inject(Operation.RETRIEVE, 1_000_000, Fault.status(429));
        room.renders(100);
        room.time.advance(Duration.ofMinutes(6));
        assertThat(
                "1, 2, 4, 8, 16, 32, 64, 64, 64 seconds, and the first interval",
                room.wire.count(Wire.Kind.POLL),
                is(11L));
    }

    @Test
    void thePauseOfAPageIsNotLongerBecauseManyWaitForIt() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.simulator.inject(Operation.LIST, 1, Fault.status(429));
        room.renders(100);
        room.time.advance(WaitingRoom.INTERVAL);
        room.resume(room.submit("A cat"));
        room.time.advance(Duration.ofMillis(999));
        assertThat(room.questions(), is(1L));
        room.time.advance(Duration.ofMillis(1));
        assertThat("a second", room.questions(), is(2L));
    }

    @Test
    void onlyAFewQuestionsAreUnderWayAtATime() {
        HeldCalls held = new HeldCalls();
        WaitingRoom room = new WaitingRoom(RENDER_TIME, WITHOUT_LIST, held);
        room.renders(100);
        room.time.advance(WaitingRoom.INTERVAL);
        held.runAll();
        assertThat(held.mostAtATime(), is(RatePause.MOST_IN_FLIGHT));
        assertThat("and the list once", held.count(), is(101));
    }

    @Test
    void afterAPauseTheyComeBackOneAtATime() {
        HeldCalls held = new HeldCalls();
        WaitingRoom room = new WaitingRoom(RENDER_TIME, WITHOUT_LIST, held);
        room.renders(100);
        room.time.advance(WaitingRoom.INTERVAL);
        // the list, which there is not
        held.runNext();
        room.simulator.inject(
                Operation.RETRIEVE, RatePause.MOST_IN_FLIGHT, Fault.status(429, Map.of("retry-after", "60")));
        for (int i = 0; i < RatePause.MOST_IN_FLIGHT; i++) {
            held.runNext();
        }
        assertThat(held.waiting(), is(0));
        room.time.advance(Duration.ofSeconds(60));
        assertThat(held.waiting(), is(1));
        held.runNext();
        assertThat(held.waiting(), is(2));
    }

    @Test
    void aBuildWithOneRenderDoesNotWaitForAnotherWithAHundred() {
        HeldCalls held = new HeldCalls();
        WaitingRoom room = new WaitingRoom(RENDER_TIME, WITHOUT_LIST, held);
        for (int i = 0; i < 100; i++) {
            room.render("big");
        }
        room.render("small");
        List<String> asked = new ArrayList<>();
        String small = room.lastSubmitted();
        room.simulator.inject(Operation.LIST, 1, Fault.status(404));
        room.time.advance(WaitingRoom.INTERVAL);
        held.runNext();
        held.runNext();
        held.runNext();
        room.simulator.requests().stream()
                .filter(request ->
                        request.method().equals("GET") && request.path().contains("video_"))
                .forEach(request -> asked.add(request.path()));
        assertThat(asked, hasSize(2));
        assertThat(asked.get(1).endsWith(small), is(true));
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.Kind.class,
            names = {"LIST", "POLL"})
    void afterARestartThoseThatGoOnTogetherAreAskedForTogether(Wire.Kind kind) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        for (int i = 0; i < 100; i++) {
            room.resume(room.submit("A cat"));
        }
        room.time.advance(Duration.ofSeconds(1));
        assertThat(room.wire.count(kind), is(kind == Wire.Kind.LIST ? 1L : 2L));
    }
}
