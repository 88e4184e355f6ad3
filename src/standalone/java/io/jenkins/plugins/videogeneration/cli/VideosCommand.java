package io.jenkins.plugins.videogeneration.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line {@code videos}. */
@Command(
        name = "videos",
        description = "Generates videos with any service that speaks the Videos API.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommandsRepeatable = false,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The service is given by --base-url or OPENAI_BASE_URL, its key by OPENAI_API_KEY or --api-key-file.",
            "'videos COMMAND --help' tells more about a command."
        })
public final class VideosCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private VideosCommand() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // The simulator paints its test cards in memory; a dock icon or a missing display must not get in its way.
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine(Surroundings.ofProcess()).execute(args));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        FailureReport failures = new FailureReport();
        CommandLine line = new CommandLine(new VideosCommand())
                .addSubcommand(new GenerateCommand(surroundings))
                .addSubcommand(new CreateCommand(surroundings))
                .addSubcommand(new ExtendCommand(surroundings))
                .addSubcommand(new EditCommand(surroundings))
                .addSubcommand(new RemixCommand(surroundings))
                .addSubcommand(new RetrieveCommand(surroundings))
                .addSubcommand(new ListCommand(surroundings))
                .addSubcommand(new DeleteCommand(surroundings))
                .addSubcommand(new DownloadContentCommand(surroundings))
                .addSubcommand(new CreateCharacterCommand(surroundings))
                .addSubcommand(new GetCharacterCommand(surroundings))
                .addSubcommand(new ServeCommand(surroundings));
        return line.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // a prompt may begin with @
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
