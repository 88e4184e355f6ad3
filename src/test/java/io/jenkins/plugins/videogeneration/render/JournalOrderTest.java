package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal when a render is cancelled by one thread while another one is just writing. */
class JournalOrderTest {

    @TempDir
    Path home;

    @Test
    void aRecordThatIsJustBeingWrittenDoesNotCoverTheCancelledOne() throws InterruptedException {
        Studio studio = new Studio(home);
        RenderContext plain = studio.context();
        FileJournal file = new FileJournal(home, "order.json");
        Queue<Thread> cancels = new ConcurrentLinkedQueue<>();
        AtomicBoolean cancelWritten = new AtomicBoolean();
        RunningRender[] render = new RunningRender[1];
        RenderJournal slow = record -> {
            if (record.phase() == Phase.WAITING && cancels.isEmpty()) {
                Thread cancel = new Thread(() -> render[0].cancel());
                cancels.add(cancel);
                cancel.start();
                // the other one either gets its record onto the disk, or has to wait for this one
                while (!cancelWritten.get() && cancel.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
            }
            file.write(record);
            cancelWritten.compareAndSet(false, record.phase() == Phase.CANCELLED);
        };
        RenderContext context = new RenderContext(
                plain.client(), slow, studio.listener, studio.folder, studio.shelf, VideoClaims.UNSHARED, true);
        render[0] = studio.engine().start(studio.cat(), Studio.CAT, context);
        studio.runOut();
        for (Thread cancel : cancels) {
            cancel.join();
        }
        assertThat(cancelWritten.get(), is(true));
        assertThat(read(file).phase(), is(Phase.CANCELLED));
        assertThat(read(file).videoId() != null, is(true));
    }

    private static RenderRecord read(FileJournal file) {
        try {
            return file.read().orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
