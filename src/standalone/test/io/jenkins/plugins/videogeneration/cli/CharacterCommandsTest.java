package io.jenkins.plugins.videogeneration.cli;

import static io.jenkins.plugins.videogeneration.cli.SimulatedService.KEY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CharacterCommandsTest {

    @RegisterExtension
    final SimulatedService service = new SimulatedService(Duration.ZERO);

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void aVideo() {
        cli = Cli.forService(folder, service.baseUrl(), KEY);
        assertThat(cli.run("generate", "--prompt", "A cat", "-o", "cat.mp4").exitCode(), is(ExitCode.OK));
    }

    @Test
    void aCharacterIsMadeAskedForAndShown() throws IOException {
        JsonNode made = cli.json("create-character", "--name", "Whiskers", "--video", "cat.mp4");
        String id = made.path("id").textValue();
        assertThat(made.path("name").textValue(), is("Whiskers"));

        assertThat(cli.json("get-character", "--character-id", id), is(made));
        assertThat(cli.run("get-character", id).lines(), hasItem("name       Whiskers"));

        cli.json("create", "--prompt", "Whiskers sleeps", "--character", id);
        Cli.Result stranger = cli.run("create", "--prompt", "Tom sleeps", "--character", "char_none");
        assertThat(stranger.exitCode(), is(ExitCode.NOT_FOUND));
        assertThat(stranger.err(), containsString("No character"));
    }

    @Test
    void aLostAnswerLeavesADoubtThatIsTold() {
        service.simulator().inject(Operation.CREATE_CHARACTER, 1, Fault.answerLost());

        Cli.Result result = cli.run("create-character", "--name", "Whiskers", "--video", "cat.mp4");

        assertThat(result.exitCode(), is(ExitCode.IN_DOUBT));
        assertThat(result.err(), containsString("The character may have been made"));
        assertThat(service.count(Operation.CREATE_CHARACTER), is(1L));
    }

    @Test
    void aCharacterThatIsNotThereIsTold() {
        assertThat(cli.run("get-character", "char_none").exitCode(), is(ExitCode.NOT_FOUND));
    }
}
