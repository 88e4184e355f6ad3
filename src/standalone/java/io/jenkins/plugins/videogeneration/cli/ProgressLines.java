package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A line for each piece of news, for logs. */
final class ProgressLines implements RenderDisplay {

    /** Less than this is no news. */
    private static final int PROGRESS_STEP = 10;

    private final PrintWriter out;
    private final InstantSource clock;
    private final Instant begin;
    private String status = "";
    private int progress;

    ProgressLines(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
    }

    @Override
    public void submitting(RenderRecord record) {
        out.println("Asking " + record.request().service() + " for the video");
    }

    @Override
    public void submitted(RenderRecord record) {
        out.println("Waiting for " + OneLine.of(record.videoId()));
    }

    @Override
    public void reported(RenderRecord record, Video answer) {
        int percent = answer.progress() == null ? 0 : answer.progress();
        String word = OneLine.of(answer.status().value());
        if (!word.equals(status) || percent >= progress + PROGRESS_STEP) {
            status = word;
            progress = percent;
            String amount = answer.progress() == null ? "" : " " + percent + " %";
            out.println(word + amount + " after " + elapsed());
        }
    }

    @Override
    public void troubled(Text problem) {
        out.println(OneLine.of(problem.words()));
    }

    @Override
    public void fetching(RenderRecord record) {
        out.println("Fetching the video");
    }

    @Override
    public void delivered(RenderRecord record) {
        out.println(RenderText.finished(record, elapsed()));
    }

    @Override
    public void close() {
        // lines stay
    }

    private String elapsed() {
        return RenderText.elapsed(Duration.between(begin, clock.instant()));
    }
}
