package io.jenkins.plugins.videogeneration.simulator;

/**
 * What a job looks like on the wire.
 *
 * @param words for its state
 * @param ids how its id is written
 * @param seconds how its length is written
 * @param error how the reason of a failure is written
 * @param milliseconds whether times count milliseconds
 * @param progressJumps whether progress goes from 0 to 100 at once
 * @param taskId whether {@code task_id} and {@code metadata} come along
 * @param url whether a completed job says in {@code url} where its video is
 */
record VideoForm(
        StatusWords words,
        IdForm ids,
        SecondsForm seconds,
        JobErrorForm error,
        boolean milliseconds,
        boolean progressJumps,
        boolean taskId,
        boolean url) {

    static VideoForm reference() {
        return new VideoForm(
                StatusWords.reference(),
                IdForm.PLAIN,
                SecondsForm.TEXT,
                JobErrorForm.CODE_AND_MESSAGE,
                false,
                false,
                false,
                false);
    }

    VideoForm with(StatusWords value) {
        return new VideoForm(value, ids, seconds, error, milliseconds, progressJumps, taskId, url);
    }

    VideoForm with(IdForm value) {
        return new VideoForm(words, value, seconds, error, milliseconds, progressJumps, taskId, url);
    }

    VideoForm with(SecondsForm value) {
        return new VideoForm(words, ids, value, error, milliseconds, progressJumps, taskId, url);
    }

    VideoForm with(JobErrorForm value) {
        return new VideoForm(words, ids, seconds, value, milliseconds, progressJumps, taskId, url);
    }

    VideoForm inMilliseconds() {
        return new VideoForm(words, ids, seconds, error, true, progressJumps, taskId, url);
    }

    VideoForm withJumpingProgress() {
        return new VideoForm(words, ids, seconds, error, milliseconds, true, taskId, url);
    }

    VideoForm withTaskId() {
        return new VideoForm(words, ids, seconds, error, milliseconds, progressJumps, true, url);
    }

    VideoForm withUrl() {
        return new VideoForm(words, ids, seconds, error, milliseconds, progressJumps, taskId, true);
    }
}
