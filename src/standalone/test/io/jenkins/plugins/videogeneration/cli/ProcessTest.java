package io.jenkins.plugins.videogeneration.cli;

import static io.jenkins.plugins.videogeneration.cli.SimulatedService.KEY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only a process of its own can show: the environment, exit codes, signals. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be told to end there, only be killed")
class ProcessTest {

    private static final int ENDED_BY_SIGTERM = 128 + 15;
    private static final Duration RENDER_TIME = Duration.ofHours(10);
    /** A JVM that finds one of these says so before everything else. */
    private static final Set<String> ANNOUNCED = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    @RegisterExtension
    final SimulatedService service = new SimulatedService(RENDER_TIME);

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void serveAnswersClientsWithTheKeyOfTheEnvironment() throws IOException {
        Process server = start(Map.of("OPENAI_API_KEY", "sk-mine"), "serve", "--render-seconds", "0");
        String baseUrl = firstLine(server.getInputStream());

        assertThat(baseUrl, startsWith("http://127.0.0.1:"));
        Cli.Result video = Cli.forService(folder, baseUrl, "sk-mine").run("generate", "--prompt", "A fox");
        assertThat(video.err(), video.exitCode(), is(ExitCode.OK));
        assertThat(Cli.forService(folder, baseUrl, "sk-yours").run("list").exitCode(), is(ExitCode.AUTHENTICATION));
    }

    @Test
    void serveTakesAnyKeyButNotNoneIfTheEnvironmentHasNone() throws IOException {
        Process server = start(Map.of(), "serve", "--json");
        String json = firstLine(server.getInputStream());
        String baseUrl = json.replaceAll(".*\"(http[^\"]*)\".*", "$1");

        assertThat(Cli.forService(folder, baseUrl, "sk-any").run("list").exitCode(), is(ExitCode.OK));
        assertThat(
                new Cli(folder).with("OPENAI_BASE_URL", baseUrl).run("list").exitCode(), is(ExitCode.AUTHENTICATION));
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.videogeneration.simulator.Dialect#names")
    void everyDialectIsServedAndSpoken(String dialect) throws IOException {
        Process server = start(
                Map.of("OPENAI_API_KEY", "sk-mine-alone"), "serve", "--dialect", dialect, "--render-seconds", "0");
        Cli cli = Cli.forService(folder, firstLine(server.getInputStream()), "sk-mine-alone");

        Cli.Result made = run(cli, dialect, "create", "--prompt", "A fox", "--seconds", "4");
        String id = made.lines().get(0).replaceFirst("id +", "");
        Cli.Result fetched = run(cli, dialect, "download-content", id, "-o", "fetched.mp4");
        Cli.Result generated =
                run(cli, dialect, "generate", "--prompt", "A fox", "--seconds", "4", "-o", "generated.mp4");

        for (Path video : List.of(fetched.path(), generated.path())) {
            assertThat(new String(Files.readAllBytes(video), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        }
    }

    @Test
    void serveLetsRendersFailByTheirPrompt() throws IOException {
        Process server =
                start(Map.of(), "serve", "--render-seconds", "0", "--moderate-when", "gun", "--fail-when", "flood");
        Cli cli = Cli.forService(folder, firstLine(server.getInputStream()), "sk-any");

        Cli.Result moderated = cli.run("generate", "--prompt", "A Gun");
        Cli.Result failed = cli.run("generate", "--prompt", "A flood");

        assertThat(moderated.exitCode(), is(ExitCode.RENDER_FAILED));
        assertThat(moderated.err(), containsString("moderation_blocked"));
        assertThat(failed.exitCode(), is(ExitCode.RENDER_FAILED));
        assertThat(failed.err(), containsString("server_error"));
        assertThat(cli.run("generate", "--prompt", "A fox").exitCode(), is(ExitCode.OK));
    }

    @Test
    void aVideoThatIsNotWholeYetIsNotTakenForOne() throws IOException {
        Process server = start(Map.of(), "serve", "--dialect", "aquiles", "--render-seconds", "600");
        Cli cli = Cli.forService(folder, firstLine(server.getInputStream()), "sk-any");
        String id = cli.run("create", "--prompt", "A fox").lines().get(0).replaceFirst("id +", "");

        Cli.Result result = cli.run("download-content", id, "-o", "fox.mp4");

        assertThat(result.err(), result.exitCode(), is(ExitCode.UNUSABLE_CONTENT));
        assertThat(result.err(), containsString("is an MP4 that is damaged or cut off"));
        assertThat(folder.toFile().list().length, is(0));
    }

    @Test
    void anAbortKeepsTheRenderForTheNextTime() throws Exception {
        Process generate = generate();
        awaitLine(generate.getErrorStream(), "Waiting for");
        tellToEnd(generate);

        assertThat(rest(generate.getErrorStream()), containsString("The same command waits for it again"));
        assertThat(generate.waitFor(), is(ENDED_BY_SIGTERM));
        assertThat(service.count(Operation.DELETE), is(0L));

        service.turnClock(RENDER_TIME);
        Cli.Result next = Cli.forService(folder, service.baseUrl(), KEY).run("generate", "--prompt", "A fox");
        assertThat(next.err(), next.exitCode(), is(ExitCode.OK));
        assertThat(service.count(Operation.CREATE), is(1L));
    }

    @Test
    void anAbortDeletesTheRenderOnDemand() throws Exception {
        Process generate = generate("--delete-on-abort");
        awaitLine(generate.getErrorStream(), "Waiting for");
        tellToEnd(generate);

        assertThat(rest(generate.getErrorStream()), containsString(": deleted."));
        assertThat(generate.waitFor(), is(ENDED_BY_SIGTERM));
        assertThat(service.count(Operation.DELETE), is(1L));
        assertThat(Files.exists(folder.resolve("a-fox.mp4.journal")), is(false));
    }

    @Test
    void anUnreachableServiceIsReportedWithoutAStackTrace() throws Exception {
        Process list = start(Map.of(), "list", "--base-url", "http://127.0.0.1:1/v1");

        String error = rest(list.getErrorStream());

        assertThat(list.waitFor(), is(ExitCode.SERVICE_TROUBLE));
        assertThat(error, startsWith("videos: GET /v1/videos: no connection to 127.0.0.1:1"));
        assertThat(error, not(containsString("\tat ")));
    }

    private static Cli.Result run(Cli cli, String dialect, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(optionsFor(dialect));
        Cli.Result result = cli.run(all.toArray(String[]::new));
        assertThat(result.err(), result.exitCode(), is(ExitCode.OK));
        return result;
    }

    /** What somebody gives who talks to a server of this kind; everything else is found out. */
    private static List<String> optionsFor(String dialect) {
        return switch (dialect) {
            case "azure" -> List.of("--auth-header", "api-key");
            case "litellm" -> List.of("--auth-header", "x-litellm-api-key");
            case "vllm-omni" -> List.of("--create-encoding", "multipart");
            case "trtllm" -> List.of("--field-name", "seconds=duration");
            default -> List.of();
        };
    }

    private Process generate(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("generate", "--prompt", "A fox"));
        args.addAll(List.of(options));
        Map<String, String> environment = Map.of("OPENAI_BASE_URL", service.baseUrl(), "OPENAI_API_KEY", KEY);
        return start(environment, args.toArray(String[]::new));
    }

    private Process start(Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                VideosCommand.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_") || ANNOUNCED.contains(name));
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Like Ctrl-C. {@link Process#destroy} would also close the streams, and with them the last words. */
    private static void tellToEnd(Process process) {
        process.toHandle().destroy();
    }

    private static String firstLine(InputStream stream) throws IOException {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).readLine();
    }

    /** Reads no further than the line, so that the rest can be read afterwards. */
    private static void awaitLine(InputStream stream, String begin) throws IOException {
        StringBuilder line = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int next = stream.read(); next != -1; next = stream.read()) {
            all.append((char) next);
            if (next != '\n') {
                line.append((char) next);
            } else if (line.toString().startsWith(begin)) {
                return;
            } else {
                line.setLength(0);
            }
        }
        throw new AssertionError("No line begins with '" + begin + "' in: " + all);
    }

    private static String rest(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
