package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process ends at each single step of a render, once for each: before a task, before and after each write to the
 * journal, before a request reaches the service and when its answer comes back, before and after the delivery. Another
 * process goes on with what lies on the disk.
 */
class CrashAnywhereTest {

    private static final byte[] VIDEO = Mp4s.small();

    @TempDir
    Path home;

    /** How a render came out that was interrupted. */
    private enum End {
        NEVER_BEGUN,
        IN_DOUBT,
        DELIVERED
    }

    @Test
    void whereverTheProcessEndsTheRenderIsAskedForOnceAndWhatWasAcceptedIsDelivered() {
        Set<End> ends = EnumSet.noneOf(End.class);
        int steps = 0;
        for (boolean ended = true; ended; steps++) {
            Studio studio = studio(steps);
            studio.life.endAfter(steps);
            studio.start();
            while (studio.life.isAlive() && studio.time.pending() > 0) {
                studio.time.runNext();
            }
            ended = !studio.life.isAlive();
            long accepted = studio.simulator.count(Operation.CREATE);
            End end = goOn(studio);
            String where = "after " + steps + " steps: " + end;
            ends.add(end);
            assertThat(where, studio.simulator.count(Operation.CREATE), is(accepted));
            assertThat(where, accepted, is(lessThanOrEqualTo(1L)));
            assertThat(where, end, accepted == 1 ? is(End.DELIVERED) : anyOf(is(End.NEVER_BEGUN), is(End.IN_DOUBT)));
        }
        assertThat("steps of a whole render", steps, is(greaterThan(40)));
        assertThat(ends, is(EnumSet.allOf(End.class)));
    }

    private End goOn(Studio studio) {
        studio.crash();
        if (studio.journal.written().isEmpty()) {
            return End.NEVER_BEGUN;
        }
        RenderRecord left = studio.journal.onDisk();
        if (left.phase() == Phase.DELIVERED) {
            return End.DELIVERED;
        }
        if (left.videoId() == null && studio.simulator.count(Operation.CREATE) == 0) {
            studio.failure(studio.resume(left));
            return End.IN_DOUBT;
        }
        RenderRecord record = studio.finish(studio.resume(left));
        assertThat(Files.exists(studio.shelf.file("cat.mp4.json")), is(true));
        return record.phase() == Phase.DELIVERED ? End.DELIVERED : End.IN_DOUBT;
    }

    private Studio studio(int number) {
        Studio studio = new Studio(home.resolve("crash-" + number));
        studio.wire.replace(Wire.Kind.CONTENT, Integer.MAX_VALUE, "video/mp4", VIDEO);
        for (Wire.Kind kind : List.of(Wire.Kind.SUBMIT, Wire.Kind.POLL)) {
            studio.wire.header(kind, "openai-poll-after-ms", "20000");
        }
        studio.wire.gate(() -> studio.life.step());
        return studio;
    }
}
