package io.jenkins.plugins.videogeneration.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused in one line that names the option and its value, before anything is sent. */
@Timeout(120)
class BadInputTest {

    @RegisterExtension
    final SimulatedService service = new SimulatedService(Duration.ZERO);

    @TempDir
    private Path folder;

    static Stream<Arguments> inputs() {
        return Stream.of(
                arguments("generate", "--prompt"),
                arguments("generate --prompt=", "--prompt"),
                arguments("create --prompt=" + "x".repeat(32_001), "--prompt has 32001 characters"),
                arguments("generate --prompt=x --size=big", "--size is 'big'"),
                arguments("create --prompt=x --seconds=-4", "--seconds is '-4'"),
                arguments("generate --prompt=x --timeout-minutes=0", "--timeout-minutes is 0"),
                arguments("generate --prompt=x --poll-seconds=NaN", "--poll-seconds is NaN"),
                arguments("generate --prompt=x --create-encoding=morse", "'--create-encoding'"),
                arguments("generate --prompt=x --colour=red", "--colour=red"),
                arguments("generate --prompt=x --render-seconds=1", "--render-seconds goes with --simulator"),
                arguments("generate --prompt=x --simulator --render-seconds=soon", "--render-seconds is 'soon'"),
                arguments("create --prompt=x --simulator --base-url=http://x/v1", "--base-url"),
                arguments("retrieve", "ID"),
                arguments("retrieve --video-id=a b", "'b'"),
                arguments("retrieve ..", "id is '..'"),
                arguments("list --limit=0", "--limit is 0"),
                arguments("list --max-items=0", "--max-items is 0"),
                arguments("list --order=random", "'--order'"),
                arguments("list --base-url=ftp://x/v1", "'ftp://x/v1'"),
                arguments("list --auth-header=no:name", "--auth-header is 'no:name'"),
                arguments("list --api-key-file=absent", "--api-key-file"),
                arguments("retrieve a/b", "--video-id is 'a/b'"),
                arguments("list --header=nothing", "Argument 1 of --header is not NAME=VALUE"),
                arguments("list --header=a=1 --header=A:2", "--header has 'A' twice"),
                arguments("list -H authorization:sk-1", "--auth-header"),
                arguments("list --header=no@name=1", "--header has 'no@name'"),
                arguments("list --header=a=\u00e9", "--header 'a' has a value"),
                arguments("list --query==1", "--query"),
                arguments("create --prompt=x --extra=seed", "Argument 1 of --extra"),
                arguments("create --prompt=x --extra=seed=1 --extra=seed=2", "--extra has 'seed' twice"),
                arguments("create --prompt=x --extra=prompt=y", "--extra has 'prompt'"),
                arguments("create --prompt=x --character=a --character=b --character=c", "--character has 3 ids"),
                arguments("create --prompt=x --character=a/b", "--character is 'a/b'"),
                arguments("create --prompt=x --input-reference=absent.png", "--input-reference is '"),
                arguments("create --prompt=x --input-reference-url=ftp://x/y.png", "--input-reference-url has a URL"),
                arguments("create --prompt=x --input-reference-file-id=a/b", "--input-reference-file-id is 'a/b'"),
                arguments(
                        "create --prompt=x --input-reference-url=http://x/y --input-reference-file-id=f",
                        "--input-reference-url=URL, --input-reference-file-id=ID are mutually exclusive"),
                arguments("generate --prompt=x --fit-input-reference --size=8x8", "--fit-input-reference needs"),
                arguments("extend --prompt=x --video-id=v", "--seconds"),
                arguments("extend --prompt=x --seconds=8", "--video"),
                arguments("extend --prompt=x --seconds=8 --video-id=v --video=f", "mutually exclusive"),
                arguments("extend --prompt=x --seconds=24 --video-id=v", "--seconds is '24'"),
                arguments("extend --prompt=x --seconds=0 --video-id=v", "--seconds is '0'"),
                arguments("extend --prompt=x --seconds=8 --video={id:a/b}", "--video-id is 'a/b'"),
                arguments("edit --prompt= --video-id=v", "--prompt is empty"),
                arguments("edit --prompt=x --video=absent.mp4", "--video is '"),
                arguments("remix --prompt=x", "ID"),
                arguments("remix --prompt=x ..", "--video-id is '..'"),
                arguments("remix --prompt=x v --output=f.mp4", "--output goes with --wait"),
                arguments("edit --prompt=x --video-id=v --spritesheet", "--spritesheet goes with --wait"),
                arguments("edit --prompt=x --video-id=v --poll-seconds=1", "--poll-seconds goes with --wait"),
                arguments("edit --prompt=x --video-id=v --delete-on-abort", "--delete-on-abort goes with --wait"),
                arguments("edit --prompt=x --video-id=v --wait --timeout-minutes=0", "--timeout-minutes is 0"),
                arguments("create-character --name=Mia", "--video"),
                arguments("create-character --name= --video=f", "--name is empty"),
                arguments("create-character --video=f --name=" + "x".repeat(81), "--name has 81 characters"),
                arguments("create-character --name=Mia --video=absent.mp4", "--video is '"),
                arguments("get-character", "ID"),
                arguments("get-character a/b", "--character-id is 'a/b'"),
                arguments("list --max-items=-2", "--max-items is -2"),
                arguments("serve --dialect=klingon", "azure, litellm"),
                arguments("download-content --video-id=x", "--output"),
                arguments("download-content x -o y --variant=smell", "'--variant'"),
                arguments("serve --port=70000", "--port is 70000"),
                arguments("serve --render-seconds=-1", "--render-seconds is '-1'"),
                arguments("paint", "paint"),
                arguments("", "A command is missing"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isRefused(String line, String named) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");

        Cli.Result result =
                Cli.forService(folder, service.baseUrl(), SimulatedService.KEY).run(args);

        assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(result.err(), containsString(named));
        assertThat(result.err(), result.err().lines().toList(), hasSize(1));
        assertThat(result.out(), is(""));
        assertThat(service.simulator().requests(), is(empty()));
    }

    @Test
    void aServiceIsAskedForIfNoneIsGiven() {
        Cli.Result result = new Cli(folder).run("list");

        assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(result.err(), containsString("OPENAI_BASE_URL"));
    }

    @Test
    void aKeyThatCannotBeSentIsNotShown() {
        Cli.Result result =
                Cli.forService(folder, service.baseUrl(), "sk-secret\nline").run("list");

        assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(result.err(), containsString("OPENAI_API_KEY"));
        assertThat(result.err().contains("sk-secret"), is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--header=Authorization: Bearer sk-secret", "--header=sk-secret", "--query=sk-secret"})
    void whatMayBeASecretIsNotShown(String option) {
        Cli.Result result =
                Cli.forService(folder, service.baseUrl(), SimulatedService.KEY).run("list", option);

        assertThat(result.exitCode(), is(ExitCode.BAD_INPUT));
        assertThat(result.err(), not(containsString("sk-secret")));
    }

    @Test
    void everyCommandHasHelp() {
        List<String> commands = List.of(
                "generate",
                "create",
                "extend",
                "edit",
                "remix",
                "retrieve",
                "list",
                "delete",
                "download-content",
                "create-character",
                "get-character",
                "serve");
        for (String command : commands) {
            Cli.Result result = new Cli(folder).run(command, "--help");
            assertThat(result.exitCode(), is(ExitCode.OK));
            assertThat(result.out(), containsString("Usage: videos " + command));
            assertThat(new Cli(folder).run("--help").out(), containsString("\n  " + command + " "));
        }
    }
}
