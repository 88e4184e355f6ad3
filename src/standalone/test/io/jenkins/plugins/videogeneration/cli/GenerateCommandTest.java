package io.jenkins.plugins.videogeneration.cli;

import static io.jenkins.plugins.videogeneration.cli.SimulatedService.KEY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class GenerateCommandTest {

    @RegisterExtension
    final SimulatedService service = new SimulatedService(Duration.ofMillis(300));

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void aCommandLine() {
        cli = Cli.forService(folder, service.baseUrl(), KEY);
    }

    @Test
    void leavesTheVideoAndItsProvenanceAndNothingElse() throws IOException {
        Cli.Result result = cli.run("generate", "--prompt", "A paper boat", "--size", "1280x720", "--seconds", "4");

        assertThat(result.err(), result.exitCode(), is(ExitCode.OK));
        assertThat(result.lines(), contains(folder.resolve("a-paper-boat.mp4").toString()));
        assertThat(new String(Files.readAllBytes(result.path()), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        assertThat(result.err(), containsString("1280x720, 4 s"));
        assertThat(files(), contains("a-paper-boat.mp4", "a-paper-boat.mp4.json"));
        assertThat(service.count(Operation.CREATE), is(1L));
    }

    @Test
    void tellsProgramsAboutTheRender() throws IOException {
        Cli.Result result = cli.run("generate", "--prompt", "A fox", "--output", "sub/fox.mp4", "--json");

        JsonNode json = new ObjectMapper().readTree(result.out());
        assertThat(
                json.path("path").textValue(), is(folder.resolve("sub/fox.mp4").toString()));
        assertThat(json.at("/render/phase").textValue(), is("DELIVERED"));
        assertThat(json.at("/render/file/bytes").longValue(), is(Files.size(folder.resolve("sub/fox.mp4"))));
    }

    @Test
    void makesAnotherVideoWhenItIsRunAgainAfterwards() throws IOException {
        cli.run("generate", "--prompt", "A fox");
        Cli.Result second = cli.run("generate", "--prompt", "A fox");

        assertThat(second.path(), is(folder.resolve("a-fox-2.mp4")));
        assertThat(service.count(Operation.CREATE), is(2L));
    }

    @Test
    void drawsABarOnATerminal() {
        Cli.Result result = cli.run(Optional.of(new Terminal(80, true)), "generate", "--prompt", "A fox");

        assertThat(result.exitCode(), is(ExitCode.OK));
        assertThat(result.err(), containsString("\rfetching    " + "━".repeat(40) + " 100 %"));
        List<String> frames = Stream.of(result.err().split("[\r\n]")).toList();
        assertThat(frames.size(), greaterThan(3));
        for (String frame : frames) {
            boolean fits = frame.length() < 80 || frame.startsWith("Finished");
            assertThat(frame, fits, is(true));
        }
        assertThat("The path is not for the terminal alone", result.lines(), hasSize(1));
    }

    @Test
    void failsWithTheServicesReasonAndForgetsARenderThatFailed() throws IOException {
        Cli.Result result = cli.run("generate", "--prompt", "Something forbidden");

        assertThat(result.exitCode(), is(ExitCode.RENDER_FAILED));
        assertThat(result.err(), containsString("moderation_blocked"));
        assertThat(result.out(), is(""));
        assertThat(files(), hasSize(0));
    }

    @Test
    void staysSilentAboutTheKeyThatIsRefused() throws IOException {
        Cli.Result result = cli.with("OPENAI_API_KEY", "sk-a-wrong-key").run("generate", "--prompt", "A fox");

        assertThat(result.exitCode(), is(ExitCode.AUTHENTICATION));
        assertThat(result.err(), containsString("OPENAI_API_KEY"));
        assertThat(result.err() + result.out(), not(containsString("sk-a-wrong-key")));
        assertThat(files(), hasSize(0));
    }

    @Test
    void leavesAnExistingFileAlone() throws IOException {
        Files.writeString(folder.resolve("mine.mp4"), "precious");

        Cli.Result result = cli.run("generate", "--prompt", "A fox", "-o", "mine.mp4");

        assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(result.err(), containsString("mine.mp4', but that exists already"));
        assertThat(Files.readString(folder.resolve("mine.mp4")), is("precious"));
        assertThat(service.count(Operation.CREATE), is(0L));
        assertThat(files(), contains("mine.mp4"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
