package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.VideoStatus;
import io.jenkins.plugins.videogeneration.api.VideosException;
import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a render that ended without a video means to the one who started the command. */
final class RenderOutcome {

    private final RenderRecord record;
    private final Throwable error;
    private final OutputPlace place;

    /**
     * @param record the render as it ended
     * @param error why it did
     * @param place where its video would lie
     */
    RenderOutcome(RenderRecord record, Throwable error, OutputPlace place) {
        this.record = record;
        this.error = error;
        this.place = place;
    }

    /** The failure to end the command with; the journal is gone if there is nothing to go on with. */
    CommandFailure settle() {
        if (error.getCause() instanceof InvalidRequestException refused) {
            place.forget();
            return CommandFailure.badInput(OptionWords.of(refused), "Nothing was sent.");
        }
        int exitCode = exitCode();
        if (exitCode == ExitCode.IN_DOUBT) {
            return failure(
                    exitCode,
                    "The same command looks for it again; without " + place.journalFile() + " it asks for a new one.");
        }
        if (record.videoId() == null || exitCode == ExitCode.RENDER_FAILED) {
            place.forget();
            return failure(exitCode, "");
        }
        return failure(exitCode, "The same command goes on with " + OneLine.of(record.videoId()) + ".");
    }

    private int exitCode() {
        if (error.getCause() instanceof VideosException cause) {
            return ExitCode.of(cause);
        }
        if (error instanceof UncheckedIOException || error.getCause() instanceof IOException) {
            return ExitCode.LOCAL_FILE;
        }
        if (record.videoId() == null) {
            return ExitCode.IN_DOUBT;
        }
        VideoStatus status = new VideoStatus(record.status());
        if (status.isFailure()) {
            return ExitCode.RENDER_FAILED;
        }
        return status.isSuccess() ? ExitCode.UNUSABLE_CONTENT : ExitCode.TIMED_OUT;
    }

    private CommandFailure failure(int exitCode, String goOn) {
        return new CommandFailure(exitCode, error.getMessage(), (advice() + " " + goOn).trim());
    }

    private String advice() {
        if (error.getCause() instanceof VideosException cause) {
            return FailureReport.advice(cause);
        }
        return error instanceof RenderException e ? e.failure().advice() : "Check the path and the space on the disk.";
    }
}
