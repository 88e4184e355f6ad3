package io.jenkins.plugins.videogeneration.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code --simulator}: no service, no key, no socket. */
@Timeout(120)
class LocalSimulatorTest {

    @TempDir
    private Path folder;

    @Test
    void aLaterCommandFindsWhatAnEarlierOneCreated() {
        Cli cli = new Cli(folder);
        String id = cli.run("create", "--simulator", "--render-seconds", "0", "--prompt", "A fox")
                .lines()
                .get(0)
                .replaceFirst("id +", "");

        Cli.Result result = cli.run("download-content", id, "--simulator", "-o", "fox.mp4");

        assertThat(result.err(), result.exitCode(), is(ExitCode.OK));
        assertThat(Files.exists(folder.resolve("fox.mp4")), is(true));
    }

    @Test
    void generatesWithoutBeingToldAboutAService() {
        Cli.Result result = new Cli(folder)
                .with("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
                .run("generate", "--simulator", "--render-seconds", "0", "--prompt", "Zwei Möwen über dem Hafen");

        assertThat(result.err(), result.path(), is(folder.resolve("zwei-mowen-uber-dem-hafen.mp4")));
        assertThat(result.err(), containsString("Asking simulator"));
    }
}
