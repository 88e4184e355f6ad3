package io.jenkins.plugins.videogeneration.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the command line as a process would, in a folder of its own, and keeps what it prints. */
final class Cli {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Cli(Path folder) {
        this.folder = folder;
        // the simulator in the process keeps its jobs there
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    /** A command line for a service that wants a key. */
    static Cli forService(Path folder, String baseUrl, String key) {
        Cli cli = new Cli(folder);
        cli.environment.put("OPENAI_BASE_URL", baseUrl);
        cli.environment.put("OPENAI_API_KEY", key);
        return cli;
    }

    Cli with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Result run(String... args) {
        return run(Optional.empty(), args);
    }

    /** What the command tells programs. */
    JsonNode json(String... args) throws IOException {
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        Result result = run(all);
        assertThat(result.err(), result.exitCode(), is(ExitCode.OK));
        return new ObjectMapper().readTree(result.out());
    }

    Result run(Optional<Terminal> terminal, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings =
                new Surroundings(environment, folder, new PrintWriter(out, true), new PrintWriter(err, true), terminal);
        int exitCode = VideosCommand.commandLine(surroundings).execute(args);
        return new Result(exitCode, out.toString(), err.toString());
    }

    /** What a command left: its exit code, and what it printed. */
    record Result(int exitCode, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        String lastLine() {
            return lines().get(lines().size() - 1);
        }

        Path path() {
            return Path.of(lastLine());
        }
    }
}
