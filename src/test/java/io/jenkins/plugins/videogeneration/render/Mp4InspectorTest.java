package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.jenkins.plugins.videogeneration.api.DownloadedContent;
import io.jenkins.plugins.videogeneration.api.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Mp4InspectorTest {

    @TempDir
    Path home;

    private final RenderRecord record = Records.waiting();

    static Stream<Arguments> noVideos() {
        return Stream.of(
                argumentSet("nothing", new byte[0], "is no MP4"),
                argumentSet("less than a head", new byte[11], "is no MP4"),
                argumentSet("zeros", new byte[5000], "is no MP4"),
                argumentSet("JSON", Mp4s.text("{\"error\":{\"message\":\"not found\"}}"), "is no MP4"),
                argumentSet("HTML with the word", Mp4s.text("<html>ftyp</html>"), "is no MP4"),
                argumentSet("no video track", Mp4s.withoutVideo(), "without a playable video track"),
                argumentSet("no duration", Mp4s.withoutDuration(), "without a playable video track"),
                argumentSet("a head alone", Arrays.copyOf(Mp4s.small(), 24), "damaged or cut off"),
                argumentSet("the first half", Mp4s.firstHalf(), "is an MP4 that is damaged or cut off"),
                argumentSet("garbage behind a head", Mp4s.garbageBehindAHead(), "damaged or cut off"));
    }

    @ParameterizedTest
    @CsvSource({"64, 48, 1500", "720, 1280, 4000", "1280, 720, 250", "128, 128, 8001"})
    void tellsSizeAndDurationOfAVideo(int width, int height, long millis) throws IOException {
        byte[] mp4 = Mp4s.playable(width, height, Duration.ofMillis(millis));
        VideoFile file = Mp4Inspector.inspect(content(mp4), record);
        assertThat(file, is(new VideoFile("cat.mp4", mp4.length, Sha256.of(mp4), width, height, millis / 1000.0)));
    }

    @Test
    void takesAVideoOfFragmentsWhoseIndexDoesNotKnowItsDuration() throws IOException {
        byte[] mp4 = Mp4s.inFragments();
        VideoFile file = Mp4Inspector.inspect(content(mp4), record);
        assertThat(file, is(new VideoFile("cat.mp4", mp4.length, Sha256.of(mp4), 64, 48, 0)));
    }

    @ParameterizedTest
    @CsvSource({"64, 48, 1500", "720, 1280, 4000"})
    void agreesWithFfprobe(int width, int height, long millis) throws Exception {
        Path mp4 = Files.write(home.resolve("it.mp4"), Mp4s.playable(width, height, Duration.ofMillis(millis)));
        Ffprobe.Facts facts = Ffprobe.of(mp4);
        VideoFile file = Mp4Inspector.inspect(content(Files.readAllBytes(mp4)), record);
        assertThat(file.width(), is(facts.width()));
        assertThat(file.height(), is(facts.height()));
        assertThat(file.durationSeconds(), is(closeTo(facts.seconds(), 0.001)));
    }

    @ParameterizedTest
    @MethodSource("noVideos")
    void refusesWhatIsNoVideo(byte[] bytes, String reason) {
        RenderException refusal =
                assertThrows(RenderException.class, () -> Mp4Inspector.inspect(content(bytes), record));
        assertThat(
                refusal.getMessage(),
                allOf(containsString("as video_1 (" + bytes.length + " bytes of video/mp4)"), containsString(reason)));
        assertThat(refusal.failure().advice(), containsString("the render itself was finished"));
    }

    @Test
    void saysThatThereWasNoContentType() throws IOException {
        Path file = Files.write(home.resolve("cat.mp4.part"), new byte[0]);
        DownloadedContent content = new DownloadedContent(file, null, 0, Sha256.of(new byte[0]));
        RenderException refusal = assertThrows(RenderException.class, () -> Mp4Inspector.inspect(content, record));
        assertThat(refusal.getMessage(), containsString("(0 bytes of something without a content type)"));
    }

    @Test
    void refusesEachBeginningOfAVideoThatBreaksOffBeforeItsEnd() throws IOException {
        byte[] whole = Mp4s.small();
        for (int length = 0; length < whole.length; length += length < 1000 ? 3 : 101) {
            DownloadedContent cut = content(Arrays.copyOf(whole, length));
            assertThrows(RenderException.class, () -> Mp4Inspector.inspect(cut, record), () -> cut.bytes() + " bytes");
        }
        DownloadedContent almost = content(Arrays.copyOf(whole, whole.length - 1));
        assertThrows(RenderException.class, () -> Mp4Inspector.inspect(almost, record));
    }

    private DownloadedContent content(byte[] bytes) throws IOException {
        Path file = Files.write(home.resolve("cat.mp4.part"), bytes);
        return new DownloadedContent(file, "video/mp4", bytes.length, Sha256.of(bytes));
    }
}
