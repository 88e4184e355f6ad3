package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services without a list, and services whose list can't be relied upon: each is found out, and no render suffers. */
class DishonestListTest {

    private static final int RENDERS = 20;
    private static final Duration RENDER_TIME = Duration.ofMinutes(10);
    private static final int ALWAYS = Integer.MAX_VALUE;

    @Test
    void aServiceWithoutAListIsAskedForItOnce() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, Dialect.named("new-api"), new DirectExecutor());
        assertAllEndInTime(room, room.renders(RENDERS));
        assertThat(room.wire.count(Wire.Kind.LIST), is(1L));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 501})
    void aListThatIsRefusedIsAskedForOnce(int status) {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.simulator.inject(Operation.LIST, 1000, Fault.status(status));
        assertAllEndInTime(room, room.renders(RENDERS));
        long asked = room.wire.count(Wire.Kind.LIST);
        // a 501 is a failure of the service by its number, and is asked again at once as such
        assertThat(asked, is(lessThanOrEqualTo(status == 501 ? 8L : 1L)));
    }

    @Test
    void aListThatHidesWhatItHasIsGivenUp() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.wire.rewrite(Wire.Kind.LIST, ALWAYS, "(?s).*", "");
        room.wire.rewrite(Wire.Kind.LIST, ALWAYS, "^$", "{\"object\":\"list\",\"data\":[],\"has_more\":false}");
        assertAllEndInTime(room, room.renders(RENDERS));
        assertThat(room.wire.count(Wire.Kind.LIST), is(2L));
    }

    @Test
    void aListWithTheIdsOfSomebodyElseIsGivenUp() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.wire.rewrite(Wire.Kind.LIST, ALWAYS, "\"id\":\"", "\"id\":\"x");
        assertAllEndInTime(room, room.renders(RENDERS));
        assertThat(room.wire.count(Wire.Kind.LIST), is(2L));
    }

    @Test
    void aFirstPageThatIsEmptyIsTurned() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, Dialect.named("litellm"), new DirectExecutor());
        assertAllEndInTime(room, room.renders(RENDERS));
        assertThat(room.wire.count(Wire.Kind.LIST), is(greaterThan(100L)));
    }

    @Test
    void aListThatIgnoresTheOrderIsReadAllTheSame() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME, Dialect.named("aquiles"), new DirectExecutor());
        assertAllEndInTime(room, room.renders(150));
    }

    @Test
    void aListThatLagsBehindIsFoundOut() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.wire.rewrite(Wire.Kind.LIST, ALWAYS, "\"status\":\"completed\"", "\"status\":\"in_progress\"");
        List<CompletableFuture<Video>> renders = room.renders(RENDERS);
        room.runOut();
        assertAllCompleted(renders);
        long rounds = RENDER_TIME.dividedBy(WaitingRoom.INTERVAL.multipliedBy(8).dividedBy(10)) + 1;
        assertThat(room.wire.count(Wire.Kind.LIST), is(lessThanOrEqualTo(rounds + 2)));
        assertThat(latest(room), is(lessThanOrEqualTo(after(RENDER_TIME.plus(WaitingRoom.INTERVAL.multipliedBy(3))))));
    }

    @Test
    void aListThatRunsAheadEndsNothing() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.wire.rewrite(Wire.Kind.LIST, ALWAYS, "\"status\":\"[a-z_]+\"", "\"status\":\"completed\"");
        assertAllEndInTime(room, room.renders(RENDERS));
        assertThat(
                room.noticed.values().stream().min(Instant::compareTo).orElseThrow(),
                is(greaterThan(after(RENDER_TIME.minusSeconds(1)))));
        assertThat(room.wire.count(Wire.Kind.LIST), is(1L));
    }

    @Test
    void aListThatIsBrokenIsGivenUpWhileTheServiceIsFine() {
        WaitingRoom room = new WaitingRoom(RENDER_TIME);
        room.simulator.inject(Operation.LIST, 1000, Fault.answer(200, Map.of(), "<html>"));
        assertAllEndInTime(room, room.renders(RENDERS));
        assertThat(room.wire.count(Wire.Kind.LIST), is(1L));
    }

    @Test
    void aListThatWasGivenUpIsTriedAgainAfterAWhile() {
        WaitingRoom room = new WaitingRoom(Duration.ofMinutes(40));
        room.simulator.inject(Operation.LIST, 1, Fault.status(405));
        room.renders(RENDERS);
        room.time.advance(Duration.ofMinutes(14));
        assertThat(room.wire.count(Wire.Kind.LIST), is(1L));
        room.time.advance(Duration.ofMinutes(6));
        assertThat(room.wire.count(Wire.Kind.LIST), is(greaterThan(20L)));
    }

    private static void assertAllEndInTime(WaitingRoom room, List<CompletableFuture<Video>> renders) {
        room.runOut();
        assertAllCompleted(renders);
        assertThat(latest(room), is(lessThanOrEqualTo(after(RENDER_TIME.plus(WaitingRoom.INTERVAL)))));
    }

    private static void assertAllCompleted(List<CompletableFuture<Video>> renders) {
        assertThat(
                renders.stream()
                        .map(render -> render.join().status().isSuccess())
                        .toList(),
                everyItem(is(true)));
    }

    private static Instant latest(WaitingRoom room) {
        return room.noticed.values().stream().max(Instant::compareTo).orElseThrow();
    }

    private static Instant after(Duration time) {
        return VirtualTime.START.plus(time);
    }
}
