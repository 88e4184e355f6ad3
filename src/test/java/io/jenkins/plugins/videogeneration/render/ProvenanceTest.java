package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {

    @TempDir
    Path home;

    @WithEveryDialect
    void tellsWhereTheVideoComesFrom(Dialect dialect) throws IOException {
        Studio studio = new Studio(home, dialect);
        RenderRecord record = studio.finish(studio.start());
        JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(studio.shelf.file("cat.mp4.json")));
        assertThat(json.get("generator").textValue(), startsWith("Video Generation "));
        assertThat(json.get("request").get("service").textValue(), is("studio"));
        assertThat(json.get("request").get("fields").get("prompt").textValue(), is(Studio.CAT.prompt()));
        assertThat(json.get("videoId").textValue(), is(record.videoId()));
        assertThat(json.get("phase").textValue(), is("DELIVERED"));
        List<String> statuses =
                record.history().stream().map(StatusChange::status).toList();
        assertThat(json.get("history").findValuesAsText("status"), is(statuses));
        assertThat(json.get("history").findValuesAsText("at").size(), is(statuses.size()));
        assertThat(json.get("file").get("bytes").longValue(), is(Files.size(studio.shelf.file("cat.mp4"))));
        assertThat(json.get("file").get("sha256").textValue(), is(record.file().sha256()));
        assertThat(
                json.get("video").get("expiresAt").textValue(),
                is(record.video().expiresAt().toString()));
        for (String time : List.of("intendedAt", "submittedAt", "deliveredAt")) {
            assertThat(json.get(time).textValue(), startsWith("2026-11-01T12:0"));
        }
    }

    @WithEveryDialect
    void holdsTheWholeRecordSoThatItCanBeReadBack(Dialect dialect) throws IOException {
        Studio studio = new Studio(home, dialect);
        RenderRecord record = studio.finish(studio.start());
        assertThat(RecordJson.readRecord(Files.readAllBytes(studio.shelf.file("cat.mp4.json"))), is(record));
    }

    @Test
    void beginsWithWhatMadeTheVideo() throws IOException {
        Provenance.write(Records.delivered(), home);
        JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(home.resolve("cat.mp4.json")));
        assertThat(json.fieldNames().next(), is("generator"));
        assertThat(json.has("render"), is(false));
    }

    @Test
    void liesBesideTheVideoUnderItsName() {
        assertThat(Provenance.fileName("cat.mp4"), is("cat.mp4.json"));
    }

    @Test
    void neitherItNorAnythingElseThatIsWrittenHoldsTheKey() throws IOException {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.RETRIEVE, 1, Fault.answer(401, Map.of(), "Bad key " + Studio.KEY));
        studio.finish(studio.start());
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(
                    written.stream()
                            .map(file -> file.getFileName().toString())
                            .distinct()
                            .sorted()
                            .toList(),
                    contains("cat.mp4", "cat.mp4.json", "render.json"));
            for (Path file : written) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content, not(containsString(Studio.KEY)));
            }
        }
        assertThat(studio.listener.events().toString(), containsString("Bad key ****"));
        assertThat(studio.listener.events().toString(), not(containsString(Studio.KEY)));
    }
}
