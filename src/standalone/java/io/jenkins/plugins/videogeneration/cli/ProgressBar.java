package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One line that is drawn again and again. */
final class ProgressBar implements RenderDisplay {

    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(200);
    private static final int LONGEST_BAR = 40;
    /** Room for the percentage and the time. */
    private static final int BESIDE_THE_BAR = 22;

    private static final int LABEL = 12;

    private final PrintWriter out;
    private final Terminal terminal;
    private final Timing timing;
    private final Instant begin;
    private String label = "";
    private Integer percent;
    private boolean closed;
    private CompletableFuture<Void> nextFrame = new CompletableFuture<>();

    ProgressBar(PrintWriter out, Terminal terminal, Timing timing) {
        this.out = out;
        this.terminal = terminal;
        this.timing = timing;
        this.begin = timing.clock().instant();
        animate();
    }

    @Override
    public void submitting(RenderRecord record) {
        show("asking", null);
    }

    @Override
    public void submitted(RenderRecord record) {
        show(OneLine.of(record.status()), percent);
    }

    @Override
    public void reported(RenderRecord record, Video answer) {
        show(OneLine.of(answer.status().value()), answer.progress());
    }

    @Override
    public synchronized void troubled(Text problem) {
        if (!closed) {
            erase();
            out.println(OneLine.of(problem.words()));
            draw();
        }
    }

    @Override
    public void fetching(RenderRecord record) {
        show("fetching", percent);
    }

    @Override
    public synchronized void delivered(RenderRecord record) {
        close();
        out.println(RenderText.finished(record, elapsed()));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            nextFrame.cancel(false);
            erase();
            out.flush();
        }
    }

    private synchronized void show(String newLabel, Integer newPercent) {
        label = newLabel;
        percent = newPercent;
        draw();
    }

    /** The time goes on between two answers of the service. */
    private synchronized void animate() {
        if (!closed) {
            draw();
            nextFrame = timing.after(BETWEEN_FRAMES);
            nextFrame.thenRun(this::animate);
        }
    }

    private void draw() {
        if (closed || label.isEmpty()) {
            return;
        }
        int width = Math.min(LONGEST_BAR, terminal.columns() - LABEL - BESIDE_THE_BAR);
        int done = percent == null ? 0 : width * Math.min(100, Math.max(0, percent)) / 100;
        String bar = (terminal.lineDrawing() ? "━" : "#").repeat(done)
                + (terminal.lineDrawing() ? "─" : ".").repeat(width - done);
        String amount = percent == null ? "" : percent + " %";
        String line = String.format("%-" + LABEL + "s%s %5s  %s", cut(label), bar, amount, elapsed());
        out.print("\r" + pad(line));
        out.flush();
    }

    private void erase() {
        out.print("\r" + pad("") + "\r");
    }

    /** The last column stays free: a character there makes some terminals begin a new line. */
    private String pad(String line) {
        int columns = terminal.columns() - 1;
        return line.length() > columns ? line.substring(0, columns) : line + " ".repeat(columns - line.length());
    }

    private static String cut(String text) {
        return text.length() < LABEL ? text : text.substring(0, LABEL - 1);
    }

    private String elapsed() {
        return RenderText.elapsed(Duration.between(begin, timing.clock().instant()));
    }
}
