package io.jenkins.plugins.videogeneration.cli;

import static io.jenkins.plugins.videogeneration.cli.SimulatedService.KEY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.simulator.Fault;
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

/** A command that ended without its video is run again: what was paid for is not paid for twice. */
@Timeout(120)
class GenerateAgainTest {

    /** Far more than a test takes: a render ends when the clock is turned. */
    private static final Duration RENDER_TIME = Duration.ofHours(10);

    @RegisterExtension
    final SimulatedService service = new SimulatedService(RENDER_TIME);

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void aCommandLine() {
        cli = Cli.forService(folder, service.baseUrl(), KEY);
    }

    @Test
    void goesOnWithARenderThatTookTooLong() {
        Cli.Result first = cli.run("generate", "--prompt", "A fox", "--timeout-minutes", "0.001");
        assertThat(first.exitCode(), is(ExitCode.TIMED_OUT));
        assertThat(first.err(), containsString("The same command goes on with video_"));

        service.turnClock(RENDER_TIME);
        Cli.Result second = cli.run("generate", "--prompt", "A fox");

        assertThat(second.err(), second.exitCode(), is(ExitCode.OK));
        assertThat(second.err(), containsString("Going on with video_"));
        assertThat(second.path(), is(folder.resolve("a-fox.mp4")));
        assertThat(service.count(Operation.CREATE), is(1L));
        assertThat(Files.exists(folder.resolve("a-fox.mp4.journal")), is(false));
    }

    @Test
    void looksForARenderThatTheServiceMayHaveTaken() {
        service.simulator().inject(Operation.CREATE, 1, Fault.answerLost());
        service.simulator().inject(Operation.LIST, 1, Fault.status(403));
        Cli.Result first = cli.run("generate", "--prompt", "A fox");
        assertThat(first.err(), first.exitCode(), is(ExitCode.IN_DOUBT));

        service.turnClock(RENDER_TIME);
        Cli.Result second = cli.run("generate", "--prompt", "A fox");

        assertThat(second.err(), second.exitCode(), is(ExitCode.OK));
        assertThat(service.count(Operation.CREATE), is(1L));
    }

    @Test
    void doesNotTakeTheRenderOfAnotherVideoForItsOwn() {
        cli.run("generate", "--prompt", "A fox", "--timeout-minutes", "0.001", "-o", "first.mp4");
        service.simulator().inject(Operation.CREATE, 1, Fault.answerLost());

        Cli.Result second = cli.run("generate", "--prompt", "A fox", "--timeout-minutes", "0.001", "-o", "second.mp4");

        // if the first render counted too, the service's list would show two that may be it
        assertThat(second.err(), second.exitCode(), is(ExitCode.TIMED_OUT));
    }

    @Test
    void refusesTheFileOfADifferentRenderThatIsNotFinished() throws IOException {
        cli.run("generate", "--prompt", "A fox", "--timeout-minutes", "0.001", "-o", "x.mp4");

        Cli.Result other = cli.run("generate", "--prompt", "A bear", "-o", "x.mp4");

        assertThat(other.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(other.err(), containsString("x.mp4.journal"));
        assertThat(service.count(Operation.CREATE), is(1L));
        assertThat(Files.readString(folder.resolve("x.mp4.journal")), containsString("A fox"));
    }

    @Test
    void refusesTheFileThatAnotherCommandIsMaking() throws IOException {
        try (ProcessLock other =
                ProcessLock.tryTake(folder.resolve("x.mp4.lock")).orElseThrow()) {
            Cli.Result result = cli.run("generate", "--prompt", "A fox", "-o", "x.mp4");

            assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
            assertThat(result.err(), containsString("another command is making it"));
            assertThat(service.count(Operation.CREATE), is(0L));
        }
    }
}
