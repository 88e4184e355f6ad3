package io.jenkins.plugins.videogeneration.budget;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.jenkins.plugins.videogeneration.service.LimitScope;
import io.jenkins.plugins.videogeneration.service.Limits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderQueueTest {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> letIn = new ArrayList<>();
    private final List<String> endedBuilds = new ArrayList<>();
    private List<LimitScope> limits = List.of(new LimitScope(null, Limits.concurrent(1)));
    private RenderQueue queue;

    @Test
    void letsInOneAfterTheOtherInOrderOfArrival() {
        queue = queue();
        enter("a", 1);
        enter("b", 2);
        enter("c", 3);
        assertThat(letIn, contains("a"));
        queue.leave("a");
        assertThat(letIn, contains("a", "b"));
        queue.leave("b");
        assertThat(letIn, contains("a", "b", "c"));
    }

    @Test
    void whoLeavesTheQueueIsPassedOver() {
        queue = queue();
        enter("a", 1);
        CompletableFuture<Void> unwanted = enter("b", 2);
        enter("c", 3);
        unwanted.cancel(false);
        queue.leave("a");
        assertThat(letIn, contains("a", "c"));
    }

    @Test
    void aLimitThatIsRaisedLetsInWhoWaits() {
        queue = queue();
        enter("a", 1);
        enter("b", 2);
        limits = List.of(new LimitScope(null, Limits.concurrent(2)));
        queue.letIn();
        assertThat(letIn, contains("a", "b"));
    }

    @Test
    void whoIsKeptBackByAFolderDoesNotHoldUpOthers() {
        limits = List.of(new LimitScope(null, Limits.concurrent(2)), new LimitScope("team", Limits.concurrent(1)));
        queue = queue();
        enter("team/a", 1);
        enter("team/b", 2);
        enter("c", 3);
        enter("d", 4);
        assertThat(letIn, contains("team/a", "c"));
        queue.leave("team/a");
        assertThat(letIn, contains("team/a", "c", "team/b"));
    }

    @Test
    void keepsPlacesAndOrderOverARestartWhoeverComesBackFirst() {
        queue = queue();
        enter("a", 1);
        enter("b", 2);
        enter("c", 3);
        letIn.clear();

        queue = queue();
        enter("c", 3);
        assertThat("the place is a's, who is not back yet", letIn, is(empty()));
        queue.occupy(ticket("a", 1));
        queue.leave("a");
        assertThat("it is b's turn, who is not back yet", letIn, is(empty()));
        enter("b", 2);
        assertThat(letIn, contains("b"));
        queue.leave("b");
        assertThat(letIn, contains("b", "c"));
    }

    @Test
    void whoseTurnHadComeBeforeARestartHasItsPlaceAfterIt() {
        queue = queue();
        enter("a", 1);
        letIn.clear();

        queue = queue();
        enter("a", 1);
        enter("b", 2);
        assertThat(letIn, contains("a"));
        queue.leave("a");
        assertThat(letIn, contains("a", "b"));
    }

    @Test
    void whoseBuildHasEndedHoldsNoPlaceAfterARestart() {
        queue = queue();
        enter("a", 1);
        enter("b", 2);
        enter("c", 3);
        letIn.clear();

        queue = queue();
        enter("c", 3);
        endedBuilds.addAll(List.of("a#1", "b#1"));
        assertThat(queue.waitsForSomebody(), is(true));
        queue.letIn();
        assertThat(letIn, contains("c"));
        assertThat(queue.waitsForSomebody(), is(false));
    }

    @Test
    void aJobThatIsRenamedKeepsItsPlaceOverARestart() {
        queue = queue();
        enter("a", 1);
        enter("b", 2);
        queue.moved("a", "team/a");
        letIn.clear();

        endedBuilds.add("a#1");
        queue = queue();
        enter("b", 2);
        assertThat("its build is found under its new name", letIn, is(empty()));
        queue.leave("a");
        assertThat(letIn, contains("b"));
    }

    @Test
    void whoIsUnderWayCountsEvenIfTheLimitHasBecomeSmaller() {
        limits = List.of(new LimitScope(null, Limits.concurrent(2)));
        queue = queue();
        queue.occupy(ticket("a", 1));
        queue.occupy(ticket("b", 2));
        limits = List.of(new LimitScope(null, Limits.concurrent(1)));
        enter("c", 3);
        queue.leave("a");
        assertThat(letIn, is(empty()));
        queue.leave("b");
        assertThat(letIn, contains("c"));
    }

    @Test
    void nobodyWaitsWhileBuildsAreLoaded() throws Exception {
        queue = queue();
        enter("a", 1);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch loaded = new CountDownLatch(1);
        queue = new RenderQueue(new QueueFile(folder.resolve("queue.json")), job -> limits, ticket -> {
            asked.countDown();
            return isOver(loaded);
        });
        CompletableFuture<Void> looking = CompletableFuture.runAsync(queue::letIn);
        asked.await();

        // would wait for the monitor
        assertThat(queue.waitsForSomebody(), is(true));
        queue.occupy(ticket("a", 1));

        loaded.countDown();
        looking.join();
        assertThat("it has come back meanwhile", queue.waitsForSomebody(), is(false));
        enter("b", 2);
        assertThat(letIn, contains("a"));
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void looksUpTheLimitsOfAJobNotOncePerRender() {
        AtomicInteger lookUps = new AtomicInteger();
        queue = new RenderQueue(
                new QueueFile(folder.resolve("queue.json")),
                job -> {
                    lookUps.incrementAndGet();
                    return limits;
                },
                ticket -> true);
        for (int i = 0; i < 100; i++) {
            queue.enter(new Ticket("render-" + i, "boat#" + i, "boat", START.plusSeconds(i), false));
        }
        lookUps.set(0);
        queue.letIn();
        assertThat(lookUps.get(), is(lessThan(5)));
    }

    private RenderQueue queue() {
        return new RenderQueue(
                new QueueFile(folder.resolve("queue.json")),
                job -> limits.stream().filter(scope -> scope.covers(job)).toList(),
                ticket -> !endedBuilds.contains(ticket.build()));
    }

    private CompletableFuture<Void> enter(String name, int second) {
        CompletableFuture<Void> turn = queue.enter(ticket(name, second));
        turn.thenRun(() -> letIn.add(name));
        return turn;
    }

    private static Ticket ticket(String name, int second) {
        return new Ticket(name, name + "#1", name, START.plusSeconds(second), false);
    }
}
