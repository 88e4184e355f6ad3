package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * The process ends at each single step of a render, once for each: before a task, before and after each write to the
 * journal, before a request reaches the service and when its answer comes back, before and after the delivery. Another
 * process goes on with what lies on the disk.
 */
@WithEveryDialect
class CrashAnywhereTest {

    @Parameter
    Dialect dialect;

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
            boolean idKnown = knowsId(studio);
            End end = goOn(studio);
            String where = "after " + steps + " steps: " + end;
            ends.add(end);
            assertThat(where, studio.simulator.count(Operation.CREATE), is(accepted));
            assertThat(where, accepted, is(lessThanOrEqualTo(1L)));
            boolean found = accepted == 1 && (DialectStudio.hasList(dialect) || idKnown);
            assertThat(where, end, found ? is(End.DELIVERED) : anyOf(is(End.NEVER_BEGUN), is(End.IN_DOUBT)));
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
        boolean listed = studio.simulator.count(Operation.CREATE) > 0 && DialectStudio.hasList(dialect);
        if (left.videoId() == null && !listed) {
            studio.failure(studio.resume(left));
            return End.IN_DOUBT;
        }
        RenderRecord record = studio.finish(studio.resume(left));
        assertThat(Files.exists(studio.shelf.file("cat.mp4.json")), is(true));
        return record.phase() == Phase.DELIVERED ? End.DELIVERED : End.IN_DOUBT;
    }

    private static boolean knowsId(Studio studio) {
        return !studio.journal.written().isEmpty() && studio.journal.onDisk().videoId() != null;
    }

    private Studio studio(int number) {
        Studio studio = new Studio(home.resolve("crash-" + number), dialect);
        studio.wire.replace(Wire.Kind.CONTENT, Integer.MAX_VALUE, "video/mp4", VIDEO);
        for (Wire.Kind kind : List.of(Wire.Kind.SUBMIT, Wire.Kind.POLL)) {
            studio.wire.header(kind, "openai-poll-after-ms", "20000");
        }
        studio.wire.gate(() -> studio.life.step());
        return studio;
    }
}
