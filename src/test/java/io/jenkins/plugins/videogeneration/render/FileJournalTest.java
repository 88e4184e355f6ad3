package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTest {

    private static final String NAME = "render.json";

    @TempDir
    Path home;

    static List<RenderRecord> records() {
        return Records.all();
    }

    @Test
    void holdsNothingAtFirst() throws IOException {
        assertThat(journal().read(), is(Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void givesBackWhatWasWrittenLast(RenderRecord record) throws IOException {
        Path folder = home.resolve("in").resolve("folders");
        FileJournal journal = new FileJournal(folder, NAME);
        journal.write(Records.intended());
        journal.write(record);
        assertThat(new FileJournal(folder, NAME).read(), is(Optional.of(record)));
        assertThat(folder.toFile().list(), is(arrayContaining(NAME)));
    }

    @Test
    void aLeftoverOfAnInterruptedWriteDoesNoHarm() throws IOException {
        FileJournal journal = journal();
        journal.write(Records.delivered());
        Files.write(home.resolve(NAME + ".next"), new byte[1_000_000]);
        assertThat(journal.read(), is(Optional.of(Records.delivered())));
        journal.write(Records.intended());
        assertThat(Files.readAllBytes(home.resolve(NAME)), is(RecordJson.write(Records.intended())));
        assertThat(home.toFile().list(), is(arrayContaining(NAME)));
    }

    @Test
    void aWriteThatFailsLeavesTheLastRecord() throws IOException {
        FileJournal journal = journal();
        journal.write(Records.intended());
        Files.createDirectory(home.resolve(NAME + ".next"));
        assertThrows(IOException.class, () -> journal.write(Records.submitted()));
        assertThat(journal.read(), is(Optional.of(Records.intended())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"key\":\"render-1\"", "\u0000\u0000\u0000", "no JSON"})
    void whatIsNoRecordIsReported(String content) throws IOException {
        Files.writeString(home.resolve(NAME), content);
        assertThrows(IOException.class, () -> journal().read());
    }

    @Test
    void readersSeeWholeRecordsWhileOthersWrite() throws Exception {
        FileJournal journal = journal();
        List<RenderRecord> records = Records.all();
        journal.write(records.get(0));
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                writers.add(threads.submit(() -> {
                    for (int round = 0; round < 30; round++) {
                        journal.write(records.get(round % records.size()));
                    }
                    return null;
                }));
            }
            // another journal, so that no lock of the first one protects it
            Future<?> reader = threads.submit(() -> {
                while (writing.get()) {
                    assertThat(journal().read().orElseThrow(), is(in(records)));
                }
                return null;
            });
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            reader.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(journal.read().orElseThrow(), is(in(records)));
    }

    private FileJournal journal() {
        return new FileJournal(home, NAME);
    }
}
