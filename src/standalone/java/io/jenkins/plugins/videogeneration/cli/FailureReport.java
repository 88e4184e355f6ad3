package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells in one line what went wrong and what to do about it. Only what is our bug gets a stack trace. */
final class FailureReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        print(e.getCommandLine(), e.getMessage(), "'" + name + " --help' shows what it takes.");
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof CommandFailure failure) {
            print(line, failure.getMessage(), failure.advice());
            return failure.exitCode();
        }
        if (e instanceof VideosException failure) {
            print(line, failure.getMessage(), advice(failure));
            return ExitCode.of(failure);
        }
        if (e instanceof InvalidRequestException refused) {
            print(line, OptionWords.of(refused), "Nothing was sent.");
            return ExitCode.BAD_INPUT;
        }
        if (e instanceof UncheckedIOException) {
            print(line, e.getMessage(), "Check the path, its permissions and the space on the disk.");
            return ExitCode.LOCAL_FILE;
        }
        if (e instanceof CancellationException || e instanceof InterruptedException) {
            // whoever interrupted the command has told about it
            return ExitCode.INTERRUPTED;
        }
        line.getErr().println("videos: unexpected failure, please report it:");
        e.printStackTrace(line.getErr());
        return ExitCode.UNEXPECTED;
    }

    /** The command line can name the places where its values come from. */
    static String advice(VideosException failure) {
        return failure instanceof VideosException.Authentication
                ? "Check the key in OPENAI_API_KEY or --api-key-file, and whether the service wants it in an --auth-header."
                : failure.advice();
    }

    private static void print(CommandLine line, String message, String advice) {
        String sentence = OneLine.of(message);
        String stop = sentence.matches(".*[.!?]") ? " " : ". ";
        line.getErr().println("videos: " + sentence + stop + advice);
    }
}
