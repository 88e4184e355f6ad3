package io.jenkins.plugins.videogeneration.cli;

import static io.jenkins.plugins.videogeneration.cli.SimulatedService.KEY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Each example of the documentation does what it says, or, where it would need somebody else's service, is at least valid. */
@Timeout(120)
class DocumentedCommandsTest {

    private static final Path DOCUMENT = Path.of("docs", "command-line.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    /** What the examples call things that only a service can name. */
    private static final String VIDEO_ID = "video_123";

    private static final String CHARACTER_ID = "char_123";

    @RegisterExtension
    final SimulatedService service = new SimulatedService(Duration.ZERO);

    @TempDir
    private Path folder;

    static List<List<String>> commands() throws IOException {
        String document = Files.readString(DOCUMENT);
        return BLOCK.matcher(document)
                .results()
                .flatMap(block -> ShellWords.commandsOf("videos", block.group(1)).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anExampleWorks(List<String> command) throws IOException {
        if (command.get(0).equals("serve") || command.toString().contains("example.com")) {
            parse(command);
            return;
        }
        Cli cli = Cli.forService(folder, service.baseUrl(), KEY);
        Map<String, String> ids = prepare(cli);
        String[] args = command.stream().map(word -> replaced(word, ids)).toArray(String[]::new);

        Cli.Result result = cli.run(args);

        assertThat(result.err(), result.exitCode(), is(ExitCode.OK));
    }

    @Test
    void everyCommandHasAnExample() throws IOException {
        Set<String> shown = commands().stream().map(command -> command.get(0)).collect(Collectors.toSet());

        Set<String> missing = new TreeSet<>(commandLine().getSubcommands().keySet());
        missing.removeAll(shown);

        assertThat(missing, is(Set.of()));
    }

    @Test
    void everyOptionIsDescribed() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (CommandLine command : commandLine().getSubcommands().values()) {
            for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp() && !option.versionHelp()) {
                    assertThat(document, containsString(option.longestName()));
                }
            }
        }
    }

    /** What the examples speak of: a video and a character at the service, and files. */
    private Map<String, String> prepare(Cli cli) throws IOException {
        Files.write(folder.resolve("harbour.png"), Pictures.png(1600, 1200));
        Files.writeString(folder.resolve("key.txt"), KEY);
        String video = cli.json("create", "--prompt", "A cat").path("id").textValue();
        assertThat(cli.run("download-content", video, "-o", "cat.mp4").exitCode(), is(ExitCode.OK));
        String character = cli.json("create-character", "--name", "Mia", "--video", "cat.mp4")
                .path("id")
                .textValue();
        return Map.of(VIDEO_ID, video, CHARACTER_ID, character);
    }

    private static String replaced(String word, Map<String, String> ids) {
        String replaced = word;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            replaced = replaced.replace(id.getKey(), id.getValue());
        }
        return replaced;
    }

    private void parse(List<String> command) {
        commandLine().parseArgs(command.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return VideosCommand.commandLine(new Surroundings(Map.of(), folder, nowhere, nowhere, Optional.empty()));
    }
}
