package io.jenkins.plugins.videogeneration.cli;

/** Ends a command with an exit code and words for a person. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String advice;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message what happened, without a full stop
     * @param advice what to do about it, as a whole sentence
     */
    CommandFailure(int exitCode, String message, String advice) {
        super(message);
        this.exitCode = exitCode;
        this.advice = advice;
    }

    /** A value that is refused before anything is sent. */
    static CommandFailure badInput(String message, String advice) {
        return new CommandFailure(ExitCode.BAD_INPUT, message, advice);
    }

    int exitCode() {
        return exitCode;
    }

    String advice() {
        return advice;
    }
}
