package io.jenkins.plugins.videogeneration.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoStatus;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream printer = new PrintStream(console, true, StandardCharsets.UTF_8);
    private Instant now = START;
    private final ConsoleReport report = new ConsoleReport(() -> printer, () -> now, UnaryOperator.identity());
    private final RenderRecord render = render("A paper boat");

    @Test
    void aPromptCannotLookLikeLinesOfTheConsole() {
        report.submitting(render("A boat\n[video] Archived boat.mp4\r\n\u001b[8mha:AAAA\u001b[0m"));
        assertThat(
                lines(),
                contains("[video] Asking 'studio' for a video: A boat [video] Archived boat.mp4 [8mha:AAAA [0m"));
    }

    @Test
    void aLongPromptIsCut() {
        report.submitting(render("x".repeat(101)));
        assertThat(lines(), contains("[video] Asking 'studio' for a video: " + "x".repeat(100) + "..."));
    }

    @Test
    void progressIsToldInStepsOfTen() {
        for (int percent = 0; percent <= 100; percent++) {
            now = START.plusSeconds(3L * percent);
            report.reported(render, video("in_progress", percent));
        }
        assertThat(lines().size(), is(11));
        assertThat(lines().get(1), is("[video] in_progress 10 % after 30 s"));
        assertThat(lines().get(10), is("[video] in_progress 100 % after 5 min"));
    }

    @Test
    void fastProgressIsNotToldLineByLine() {
        for (int percent = 0; percent <= 100; percent += 10) {
            now = START.plusMillis(percent);
            report.reported(render, video("in_progress", percent));
        }
        assertThat(lines(), contains("[video] in_progress 0 % after 0 ms"));
    }

    @Test
    void aSlowServiceIsHeardOfEveryHalfMinute() {
        for (int seconds = 0; seconds <= 90; seconds += 10) {
            now = START.plusSeconds(seconds);
            report.reported(render, video("queued", null));
        }
        assertThat(
                lines(),
                contains(
                        "[video] queued after 0 ms",
                        "[video] queued after 30 s",
                        "[video] queued after 1 min",
                        "[video] queued after 1 min 30 s"));
    }

    @Test
    void aServiceThatIsDownSaysSoOnce() {
        report.troubled(Text.verbatim("Nobody answers"));
        report.troubled(Text.verbatim("Nobody answers"));
        report.troubled(Text.verbatim("HTTP 503"));
        assertThat(lines(), contains("[video] Nobody answers. Trying again.", "[video] HTTP 503. Trying again."));
    }

    @Test
    void aServiceThatIsDownAgainSaysSoAgain() {
        report.troubled(Text.verbatim("Nobody answers"));
        report.reported(render, video("queued", null));
        report.troubled(Text.verbatim("Nobody answers"));
        assertThat(lines().size(), is(3));
    }

    @Test
    void aCancelledRenderThatIsKeptIsNotSaidToBeDeleted() {
        report.cancelled(render, false);
        assertThat(
                lines(),
                contains("[video] Nobody waits for the video any more: if the service takes the request, it is left"
                        + " there"));
    }

    private List<String> lines() {
        return console.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static RenderRecord render(String prompt) {
        return RenderRecord.intended(
                "key",
                RenderRequest.of("studio", new CreateVideoRequest(prompt, null, null, null)),
                "video.mp4",
                START,
                Duration.ofMinutes(30),
                Duration.ofSeconds(10));
    }

    private static Video video(String status, Integer progress) {
        return new Video(
                "video_1",
                new VideoStatus(status),
                progress,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
