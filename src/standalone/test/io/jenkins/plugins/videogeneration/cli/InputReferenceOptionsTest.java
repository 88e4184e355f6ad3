package io.jenkins.plugins.videogeneration.cli;

import static io.jenkins.plugins.videogeneration.cli.SimulatedService.KEY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator refuses an image of another size than the video's, so what it takes was right. */
@Timeout(120)
class InputReferenceOptionsTest {

    @RegisterExtension
    final SimulatedService service = new SimulatedService(Duration.ZERO);

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void twoPictures() throws IOException {
        cli = Cli.forService(folder, service.baseUrl(), KEY);
        Files.write(folder.resolve("right.png"), Pictures.png(1280, 720));
        Files.write(folder.resolve("square.png"), Pictures.png(500, 500));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
                    --input-reference, right.png
                    --input-reference, @right.png
                    --input-reference, {file_id: file_1}
                    --input-reference, |{"image_url": "https://videos.example.com/fox.png"}|
                    --input-reference-url, https://videos.example.com/fox.png
                    --input-reference-file-id, file_1
                    """)
    void aVideoStartsFromIt(String option, String value) throws IOException {
        cli.json("create", "--prompt", "A fox", "--size", "1280x720", option, value);

        assertThat(service.count(Operation.CREATE), is(1L));
    }

    @ParameterizedTest
    @CsvSource({"auto", "multipart", "json"})
    void anImageIsScaledOnDemandHoweverItIsSent(String encoding) throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("square.png"));

        cli.json(
                "create",
                "--prompt=A fox",
                "--size=1280x720",
                "--input-reference=square.png",
                "--fit-input-reference",
                "--create-encoding=" + encoding);

        assertThat(Files.readAllBytes(folder.resolve("square.png")), is(before));
    }

    @Test
    void anImageOfAnotherSizeIsRefusedBeforeItIsPaidFor() {
        Cli.Result result =
                cli.run("generate", "--prompt", "A fox", "--size", "1280x720", "--input-reference", "square.png");

        assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(result.err(), containsString("--input-reference is an image of 500x500"));
        assertThat(result.err(), containsString("use --fit-input-reference to"));
        assertThat(service.simulator().requests().isEmpty(), is(true));
    }

    @Test
    void aVideoCannotGoAlongInJson() {
        assertThat(cli.run("generate", "--prompt", "A cat", "-o", "cat.mp4").exitCode(), is(ExitCode.OK));

        for (String command : new String[] {"create", "generate"}) {
            Cli.Result result =
                    cli.run(command, "--prompt", "A fox", "--input-reference", "cat.mp4", "--create-encoding", "json");

            assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
            assertThat(result.err(), containsString("--input-reference is video/mp4"));
        }
        assertThat(service.count(Operation.CREATE), is(1L));
        assertThat(Files.exists(folder.resolve("a-fox.mp4.journal")), is(false));
    }

    @Test
    void aPictureThatIsThereIsNotWrittenOver() throws IOException {
        Files.writeString(folder.resolve("fox.thumbnail.jpg"), "precious");

        Cli.Result without = cli.run("generate", "--prompt", "A fox", "--thumbnail", "-o", "fox.mp4");
        Cli.Result elsewhere = cli.run("generate", "--prompt", "Fox", "--thumbnail");

        assertThat(without.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(without.err(), containsString("fox.thumbnail.jpg exists already"));
        assertThat(elsewhere.err(), elsewhere.path(), is(folder.resolve("fox-2.mp4")));
        assertThat(elsewhere.lines().get(0), not(is(elsewhere.lastLine())));
        assertThat(Files.readString(folder.resolve("fox.thumbnail.jpg")), is("precious"));
    }
}
