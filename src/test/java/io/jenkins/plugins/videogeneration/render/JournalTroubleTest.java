package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithEveryDialect
class JournalTroubleTest {

    @Parameter
    Dialect dialect;

    @TempDir
    Path home;

    /** What a broken journal throws. */
    enum Breakage implements RecordingJournal.Disk {
        DISK {
            @Override
            public void accept(RenderRecord record) throws IOException {
                throw new IOException("no space left on device");
            }
        },
        BUG {
            @Override
            public void accept(RenderRecord record) {
                throw new IllegalStateException("no space left on device");
            }
        };
    }

    @Test
    void whatCannotBeWrittenDownIsNotAskedFor() {
        Studio studio = new Studio(home, dialect);
        studio.journal.breakWith(Breakage.DISK);
        RenderFailure failure = studio.failure(studio.start()).failure();
        assertThat(
                failure.message(),
                allOf(containsString("no space left on device"), containsString("it was not asked for")));
        assertThat(failure.advice(), containsString("Nothing was paid"));
        assertThat(studio.wire.seen(), is(empty()));
        assertThat(studio.listener.kinds(), not(hasItem("submitting")));
    }

    @Test
    void aBugInTheJournalKeepsTheRequestBackToo() {
        Studio studio = new Studio(home, dialect);
        studio.journal.breakWith(Breakage.BUG);
        assertThat(studio.failure(studio.start()).getMessage(), containsString("no space left on device"));
        assertThat(studio.wire.seen(), is(empty()));
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void whatWasPaidForIsDeliveredAlthoughTheJournalBreaks(Breakage breakage) {
        Studio studio = new Studio(home, dialect);
        studio.listener.on("submitting", () -> studio.journal.breakWith(breakage));
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(studio.shelf.deliveries(), hasSize(1));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.journal.onDisk().phase(), is(Phase.INTENDED));
        List<String> ofTheJournal = studio.listener.troublesBeforeTheContent();
        assertThat(ofTheJournal, is(not(empty())));
        assertThat(
                ofTheJournal,
                everyItem(startsWith("troubled The render's journal could not be written: no space left")));
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenAsSoonAsItCanBe() {
        Studio studio = new Studio(home, dialect);
        AtomicInteger answers = new AtomicInteger();
        List<String> onDisk = new ArrayList<>();
        studio.journal.breakWith(record -> {
            if (record.videoId() != null && answers.get() < 2) {
                throw new IOException("no space left on device");
            }
        });
        studio.listener.on("reported ", () -> {
            onDisk.add(studio.journal.onDisk().videoId());
            answers.incrementAndGet();
        });
        RenderRecord record = studio.finish(studio.start());
        assertThat(onDisk.subList(0, 3), contains(null, null, record.videoId()));
    }

    @Test
    void aVideoThatIsNotNotedAsDeliveredStaysWhereItWasFetchedTo() {
        Studio studio = new Studio(home, dialect);
        List<String> cleanedUp = new ArrayList<>();
        RenderDelivery delivery = new RenderDelivery() {
            @Override
            public void deliver(RenderRecord record, Path folder) {
                // it is there as soon as it is fetched
            }

            @Override
            public void cleanUp(RenderRecord record, Path folder) {
                cleanedUp.add(record.fileName());
            }
        };
        studio.journal.breakWith(record -> {
            if (record.phase() == Phase.DELIVERED) {
                throw new IOException("no space left on device");
            }
        });
        RenderContext context = studio.context(() -> studio.folder, delivery);
        studio.finish(studio.engine().start(studio.cat(), Studio.CAT, context));
        assertThat(cleanedUp, is(empty()));
        studio.journal.breakWith(record -> {});
        studio.finish(studio.engine().resume(studio.journal.onDisk(), context));
        assertThat(cleanedUp, contains("cat.mp4"));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(1L));
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void aFailureIsToldAlthoughTheJournalBreaks(Breakage breakage) {
        Studio studio = new Studio(home, dialect, new PromptRule("cat", PromptRule.Effect.JOB_FAILS));
        studio.listener.on("submitted", () -> studio.journal.breakWith(breakage));
        assertThat(studio.failure(studio.start()).getMessage(), containsString("The render failed on the server"));
    }
}
