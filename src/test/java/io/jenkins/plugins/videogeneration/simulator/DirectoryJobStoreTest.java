package io.jenkins.plugins.videogeneration.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryJobStoreTest {

    @TempDir
    private Path directory;

    @Test
    void whatWasAddedIsThereInTheNextProcess() {
        DirectoryJobStore store = new DirectoryJobStore(directory);
        Job plain = job("video_1", Optional.empty(), Optional.empty());
        Job rich = job("../../\u732b\n", Optional.of(JobError.moderationBlocked()), Optional.of("video_1"));
        VideoCharacter character = new VideoCharacter("char_1", "M\u00f6hre", Instant.parse("2026-11-02T10:00:00Z"));
        store.jobs().add(plain);
        store.jobs().add(rich);
        store.characters().add(character);

        DirectoryJobStore again = new DirectoryJobStore(directory);
        assertThat(again.jobs().all(), is(List.of(plain, rich)));
        assertThat(again.jobs().find(rich.id()), is(Optional.of(rich)));
        assertThat(again.characters().all(), is(List.of(character)));
    }

    @Test
    void whatWasRemovedStaysAway() {
        DirectoryJobStore store = new DirectoryJobStore(directory);
        store.jobs().add(job("video_1", Optional.empty(), Optional.empty()));
        store.jobs().add(job("video_2", Optional.empty(), Optional.empty()));
        assertThat(store.jobs().remove("video_1"), is(true));
        assertThat(store.jobs().remove("video_1"), is(false));
        assertThat(ids(store), is(List.of("video_2")));
        assertThat(ids(new DirectoryJobStore(directory)), is(List.of("video_2")));
    }

    @Test
    void theOrderLastsAcrossProcesses() {
        new DirectoryJobStore(directory).jobs().add(job("video_b", Optional.empty(), Optional.empty()));
        new DirectoryJobStore(directory).jobs().add(job("video_a", Optional.empty(), Optional.empty()));
        assertThat(ids(new DirectoryJobStore(directory)), is(List.of("video_b", "video_a")));
    }

    @Test
    void filesAreNamedByNumbersAlone() throws IOException {
        new DirectoryJobStore(directory).jobs().add(job("../../etc/passwd", Optional.empty(), Optional.empty()));
        try (Stream<Path> files = Files.list(directory.resolve("jobs"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names, hasSize(1));
            assertThat(names, everyItem(matchesPattern("\\d{12}\\.json")));
        }
    }

    @Test
    void aDamagedFileCostsNoOtherAndIsNotOverwritten() throws IOException {
        DirectoryJobStore store = new DirectoryJobStore(directory);
        store.jobs().add(job("video_1", Optional.empty(), Optional.empty()));
        Path damaged = directory.resolve("jobs/000000000002.json");
        Files.writeString(damaged, "{\"id\":\"video_2\"");
        Files.writeString(directory.resolve("jobs/000000000003.json.part"), "half");
        DirectoryJobStore again = new DirectoryJobStore(directory);
        assertThat(ids(again), is(List.of("video_1")));
        again.jobs().add(job("video_3", Optional.empty(), Optional.empty()));
        assertThat(Files.readString(damaged), is("{\"id\":\"video_2\""));
        assertThat(ids(new DirectoryJobStore(directory)), is(List.of("video_1", "video_3")));
    }

    @Test
    void aRenderGoesOnInTheNextProcess() throws IOException {
        Bench before = new Bench(SimulatorSettings.defaults(), new DirectoryJobStore(directory));
        String id = before.create("{'prompt':'A cat'}");
        Bench after = new Bench(SimulatorSettings.defaults(), new DirectoryJobStore(directory));
        assertThat(after.retrieve(id).get("status").textValue(), is("queued"));
        after.finish();
        assertThat(after.retrieve(id).get("status").textValue(), is("completed"));
        assertThat(after.client.get("/videos/" + id + "/content").status(), is(200));
    }

    private static List<String> ids(DirectoryJobStore store) {
        return store.jobs().all().stream().map(Job::id).toList();
    }

    private static Job job(String id, Optional<JobError> error, Optional<String> remixedFrom) {
        Instant created = Instant.parse("2026-11-02T10:00:00.123456789Z");
        return new Job(
                id,
                "sora-2",
                "A \"cat\"\n\u732b",
                new VideoSize(1280, 720),
                new BigDecimal("4.5"),
                2,
                created,
                created.plusSeconds(1),
                created.plusSeconds(2),
                created.plusSeconds(3),
                error,
                remixedFrom);
    }
}
