package io.jenkins.plugins.videogeneration.cli;

import static io.jenkins.plugins.videogeneration.cli.SimulatedService.KEY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands that are one call of the API each, against the simulator over HTTP. */
@Timeout(120)
class ApiCommandsTest {

    @RegisterExtension
    final SimulatedService service = new SimulatedService(Duration.ZERO);

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void aCommandLine() {
        cli = Cli.forService(folder, service.baseUrl(), KEY);
    }

    @Test
    void createAnswersWithTheVideo() throws IOException {
        JsonNode video = cli.json(
                "create", "--prompt", "A fox", "--model", "sora-2-pro", "--size", "1280x720", "--seconds", "8");

        assertThat(video.path("id").textValue(), startsWith("video_"));
        assertThat(video.path("model").textValue(), is("sora-2-pro"));
        assertThat(video.path("size").textValue(), is("1280x720"));
        assertThat(video.path("seconds").textValue(), is("8"));
        assertThat(cli.run("create", "--prompt", "A fox").lines(), hasItem("model      sora-2"));
    }

    @Test
    void createSendsMultipartOnDemand() throws IOException {
        JsonNode video = cli.json("create", "--prompt", "A fox", "--create-encoding", "multipart");

        assertThat(video.path("prompt").textValue(), is("A fox"));
    }

    @Test
    void createTellsOfARenderThatMayBeRunning() {
        service.simulator().inject(Operation.CREATE, 1, Fault.answerLost());

        Cli.Result result = cli.run("create", "--prompt", "A fox");

        assertThat(result.exitCode(), is(ExitCode.IN_DOUBT));
        assertThat(result.err(), containsString("'videos list'"));
        assertThat(service.count(Operation.CREATE), is(1L));
    }

    @Test
    void retrieveTakesTheIdWithAndWithoutItsName() throws IOException {
        String id = create("A fox");

        assertThat(cli.json("retrieve", "--video-id", id).path("status").textValue(), is("completed"));
        assertThat(cli.run("retrieve", id).lines(), hasItem("status     completed"));
    }

    @Test
    void listTurnsThePagesItselfAsFarAsAsked() throws IOException {
        List<String> ids = List.of(create("one"), create("two"), create("three"), create("four"), create("five"));

        JsonNode all = cli.json("list", "--limit", "2", "--order", "asc");
        assertThat(ids(all), is(ids));
        assertThat(all.path("has_more").booleanValue(), is(false));
        assertThat(service.count(Operation.LIST), is(3L));

        JsonNode three = cli.json("list", "--limit", "2", "--order", "asc", "--max-items", "3");
        assertThat(ids(three), is(ids.subList(0, 3)));
        assertThat(three.path("has_more").booleanValue(), is(true));
        assertThat(three.path("last_id").textValue(), is(ids.get(2)));

        JsonNode rest = cli.json("list", "--order", "asc", "--after", ids.get(2), "--max-items", "2");
        assertThat(ids(rest), is(ids.subList(3, 5)));
        assertThat(rest.path("has_more").booleanValue(), is(false));

        Cli.Result table = cli.run("list", "--max-items", "2");
        assertThat(table.lines(), hasSize(4));
        assertThat(table.lastLine(), is("More with --after " + ids.get(3)));
    }

    @Test
    void deleteForgetsTheVideo() throws IOException {
        String id = create("A fox");

        assertThat(cli.run("delete", id).lastLine(), is("Deleted " + id));
        Cli.Result gone = cli.run("retrieve", id);

        assertThat(gone.exitCode(), is(ExitCode.NOT_FOUND));
        assertThat(gone.err(), containsString("request id"));
        assertThat(gone.err().lines().toList(), hasSize(1));
    }

    @Test
    void downloadContentWritesEachVariant() throws IOException {
        String id = create("A fox");

        Cli.Result video = cli.run("download-content", id, "-o", "a/fox.mp4");
        assertThat(video.err(), video.path(), is(folder.resolve("a/fox.mp4")));
        assertThat(new String(Files.readAllBytes(video.path()), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        JsonNode thumbnail =
                cli.json("download-content", "--video-id", id, "--variant", "thumbnail", "-o", "fox.picture");
        assertThat(thumbnail.path("content_type").textValue(), startsWith("image/"));
        assertThat(thumbnail.path("bytes").longValue(), is(Files.size(folder.resolve("fox.picture"))));
        assertThat(cli.run("download-content", id, "-o", "a/fox.mp4").exitCode(), is(ExitCode.BAD_INPUT));
    }

    @Test
    void downloadContentWritesNothingElse() {
        String id = create("A fox");
        service.simulator()
                .inject(Operation.DOWNLOAD_CONTENT, 1, Fault.answer(200, Map.of("content-type", "video/mp4"), "oops"));

        Cli.Result result = cli.run("download-content", id, "-o", "fox.mp4");

        assertThat(result.exitCode(), is(ExitCode.UNUSABLE_CONTENT));
        assertThat(folder.toFile().list().length, is(0));
    }

    @Test
    void theKeyComesFromAFileIfOneIsNamed() throws IOException {
        Files.writeString(folder.resolve("key"), KEY + "\n");
        cli.with("OPENAI_API_KEY", "sk-wrong");

        assertThat(cli.run("list").exitCode(), is(ExitCode.AUTHENTICATION));
        assertThat(cli.run("list", "--api-key-file", "key").exitCode(), is(ExitCode.OK));
    }

    private String create(String prompt) {
        Cli.Result result = cli.run("create", "--prompt", prompt);
        return result.lines().get(0).replaceFirst("id +", "");
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.path("data").spliterator(), false)
                .map(video -> video.path("id").textValue())
                .toList();
    }
}
