package io.jenkins.plugins.videogeneration.cli;

import static io.jenkins.plugins.videogeneration.cli.SimulatedService.KEY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code extend}, {@code edit} and {@code remix}: renders that begin with another video. */
@Timeout(120)
class FromAVideoCommandsTest {

    @RegisterExtension
    final SimulatedService service = new SimulatedService(Duration.ZERO);

    @TempDir
    private Path folder;

    private Cli cli;
    private String id;

    @BeforeEach
    void aVideo() throws IOException {
        cli = Cli.forService(folder, service.baseUrl(), KEY);
        id = cli.json("create", "--prompt", "A fox").path("id").textValue();
    }

    @Test
    void extendAddsSecondsAndDoesNotWait() throws IOException {
        JsonNode longer = cli.json("extend", "--video-id", id, "--prompt", "It jumps", "--seconds", "8");

        assertThat(longer.path("prompt").textValue(), is("It jumps"));
        assertThat(longer.path("seconds").textValue(), is("12"));
        assertThat(service.count(Operation.EXTEND), is(1L));
        assertThat(service.count(Operation.DOWNLOAD_CONTENT), is(0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{id: %s}", "{\"id\": \"%s\"}", "{ 'id':'%s' }"})
    void anObjectNamesTheVideoAsInTheApisOwnCommandLine(String form) throws IOException {
        JsonNode changed = cli.json("edit", "--video", String.format(form, id), "--prompt", "Snow");

        assertThat(changed.path("id").textValue(), startsWith("video_"));
        assertThat(service.count(Operation.EDIT), is(1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fox.mp4", "@fox.mp4"})
    void aFileGoesAlong(String argument) throws IOException {
        cli.run("download-content", id, "-o", "fox.mp4");

        JsonNode longer = cli.json("extend", "--video", argument, "--prompt", "On", "--seconds", "4");
        JsonNode changed = cli.json("edit", "--video", argument, "--prompt", "Snow");

        assertThat(longer.path("seconds").textValue(), is("8"));
        assertThat(changed.path("seconds").textValue(), is("4"));
    }

    @Test
    void remixNamesItsPattern() throws IOException {
        JsonNode remix = cli.json("remix", id, "--prompt", "A wolf");

        assertThat(remix.path("remixed_from_video_id").textValue(), is(id));
        assertThat(cli.run("remix", "--video-id", id, "--prompt", "A wolf").out(), containsString("remix of   " + id));
    }

    @Test
    void waitingFetchesTheVideoAndItsPictures() throws IOException {
        Cli.Result result = cli.run(
                "remix", id, "--prompt", "A wolf", "--wait", "--thumbnail", "--spritesheet", "-o", "w/wolf.mp4");

        assertThat(result.err(), result.exitCode(), is(ExitCode.OK));
        Path video = folder.resolve("w/wolf.mp4");
        assertThat(result.lines().get(2), is(video.toString()));
        List<String> pictures = result.lines().subList(0, 2);
        assertThat(
                pictures,
                contains(
                        startsWith(folder.resolve("w/wolf.thumbnail.").toString()),
                        startsWith(folder.resolve("w/wolf.spritesheet.").toString())));
        assertThat(new String(Files.readAllBytes(video), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        for (String picture : pictures) {
            assertThat(picture, Files.size(Path.of(picture)) > 0, is(true));
        }
        assertThat(service.count(Operation.REMIX), is(1L));
    }

    @Test
    void waitingGoesOnWithARenderThatIsPaidFor() {
        service.simulator().inject(Operation.DOWNLOAD_CONTENT, 1, Fault.status(403));
        Cli.Result first = cli.run("edit", "--video-id", id, "--prompt", "Snow", "--wait");
        assertThat(first.err(), containsString("The same command goes on with video_"));

        Cli.Result second = cli.run("edit", "--video-id", id, "--prompt", "Snow", "--wait");

        assertThat(second.err(), second.path(), is(folder.resolve("snow.mp4")));
        assertThat(service.count(Operation.EDIT), is(1L));
    }

    @Test
    void aLostAnswerLeavesADoubtThatIsTold() {
        service.simulator().inject(Operation.EXTEND, 1, Fault.answerLost());

        Cli.Result result = cli.run("extend", "--video-id", id, "--prompt", "On", "--seconds", "4");

        assertThat(result.exitCode(), is(ExitCode.IN_DOUBT));
        assertThat(result.err(), containsString("may be charged"));
        assertThat(service.count(Operation.EXTEND), is(1L));
    }

    @Test
    void aVideoThatIsNotThereIsTold() {
        Cli.Result result = cli.run("remix", "video_none", "--prompt", "A wolf");

        assertThat(result.exitCode(), is(ExitCode.NOT_FOUND));
        assertThat(result.out(), is(""));
    }

    @Test
    void aPictureIsNoVideo() throws IOException {
        Files.write(folder.resolve("fox.png"), Pictures.png(720, 1280));

        Cli.Result result = cli.run("edit", "--video", "fox.png", "--prompt", "Snow");

        assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(result.err(), containsString("--video is 'fox.png', but that is an image"));
        assertThat(service.count(Operation.EDIT), is(0L));
    }
}
