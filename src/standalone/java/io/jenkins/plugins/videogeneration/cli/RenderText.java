package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.render.Elapsed;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A finished render in words. */
final class RenderText {

    private RenderText() {}

    static String finished(RenderRecord record, String elapsed) {
        VideoFile file = record.file();
        return "Finished " + OneLine.of(record.videoId()) + " in " + elapsed + ": " + file.width() + "x" + file.height()
                + ", " + number("0.##", file.durationSeconds()) + " s, " + size(file.bytes());
    }

    /** Whole seconds: a display that is drawn often shall not flicker. */
    static String elapsed(Duration duration) {
        return duration.toSeconds() == 0
                ? "0 s"
                : Elapsed.of(duration.truncatedTo(ChronoUnit.SECONDS)).words();
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? number("0.#", bytes / 1e3) + " kB" : number("0.#", bytes / 1e6) + " MB";
    }

    private static String number(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
