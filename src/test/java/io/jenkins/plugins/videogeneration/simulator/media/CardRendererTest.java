package io.jenkins.plugins.videogeneration.simulator.media;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardRendererTest {

    private final CardRenderer renderer = new CardRenderer();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "720,  1280, 4000,   4.000000,  4,  31",
        "1280, 720,  8000,   8.000000,  8,  31",
        "1792, 1024, 12000, 12.000000, 12,  40",
        "1920, 1080, 4000,   4.000000,  4,  40",
        "1080, 1920, 2000,   2.000000,  2,  40",
        "854,  480,  3500,   3.500000,  4,  31",
        "66,   34,   1,      0.001000,  1,  31",
        "16,   16,   120000, 120.000000, 120, 31",
        "4096, 2304, 1000,   1.000000,  1,  51",
    })
    void ffprobeAgreesWithEveryClaim(int width, int height, int millis, String seconds, String pictures, String level)
            throws Exception {
        Path file = write(card("A cat", width, height, Duration.ofMillis(millis)));
        assertThat(
                Tools.probe(
                        file,
                        "stream=codec_name,profile,width,height,pix_fmt,level,color_range,color_space,duration,nb_frames"),
                is(List.of(
                        "h264",
                        "Constrained Baseline",
                        Integer.toString(width),
                        Integer.toString(height),
                        "yuv420p",
                        level,
                        "tv",
                        "bt709",
                        seconds,
                        pictures)));
        assertThat(Tools.probe(file, "format=duration"), is(List.of(seconds)));
        Tools.ffmpeg("-xerror", "-err_detect", "explode", "-i", file.toString(), "-f", "null", "-");
    }

    @Test
    void everyPictureIsAKeyFrame() throws Exception {
        Path file = write(card("A cat", 320, 240, Duration.ofSeconds(3)));
        assertThat(Tools.probe(file, "frame=key_frame,pict_type"), is(List.of("1", "I", "1", "I", "1", "I")));
    }

    /** The cropped size is the one in which cards end that are no whole number of macroblocks wide or high. */
    @ParameterizedTest
    @CsvSource({"1280, 720", "1080, 1920", "854, 480", "66, 34", "16, 16"})
    void aPlayerShowsWhatWasDrawn(int width, int height) throws Exception {
        TestCard card = card("A calico cat surfs a glassy turquoise wave", width, height, Duration.ofSeconds(3));
        Path picture = directory.resolve("picture.png");
        Tools.ffmpeg(
                "-ss", "2", "-i", write(card).toString(), "-frames:v", "1", "-pix_fmt", "gray", picture.toString());
        BufferedImage shown = ImageIO.read(picture.toFile());
        BufferedImage drawn = new CardPainter(card, CardLayout.of(width, height), new TextPainter()).whole(2);
        assertThat(shown.getWidth(), is(width));
        assertThat(shown.getHeight(), is(height));
        assertThat(largestLumaDifference(shown, drawn), is(lessThan(16.0)));
    }

    @Test
    void theIndexComesFirst() {
        byte[] video = renderer.video(card("A cat", 320, 240, Duration.ofSeconds(2)));
        assertThat(boxes(video), is(List.of("ftyp", "moov", "mdat")));
    }

    @Test
    void equalCardsGiveEqualBytes() {
        TestCard card = card("A cat", 320, 240, Duration.ofSeconds(2));
        assertThat(Arrays.equals(new CardRenderer().video(card), renderer.video(card)), is(true));
        TestCard other = card("A dog", 320, 240, Duration.ofSeconds(2));
        assertThat(Arrays.equals(renderer.video(other), renderer.video(card)), is(false));
    }

    @Test
    void everySecondLooksDifferent() {
        TestCard card = card("A cat", 320, 240, Duration.ofSeconds(120));
        CardPainter painter = new CardPainter(card, CardLayout.of(320, 240), new TextPainter());
        for (int second = 1; second < 120; second++) {
            assertThat(meanDifference(painter.whole(second), painter.whole(second - 1)), is(not(0.0)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, 480, 270", "720, 1280, 270, 480", "320, 240, 320, 240", "4096, 16, 480, 2"})
    void theThumbnailIsSmallAndInProportion(int width, int height, int smallWidth, int smallHeight) throws IOException {
        BufferedImage image = picture(renderer.thumbnail(card("A cat", width, height, Duration.ofSeconds(4))));
        assertThat(image.getWidth(), is(smallWidth));
        assertThat(image.getHeight(), is(smallHeight));
    }

    @ParameterizedTest
    @CsvSource({"1000, 240, 135", "4000, 960, 135", "12000, 1200, 405", "120000, 1200, 675"})
    void theSpriteSheetHasATileForEachSecondUpTo25(int millis, int width, int height) throws IOException {
        BufferedImage image = picture(renderer.spriteSheet(card("A cat", 1280, 720, Duration.ofMillis(millis))));
        assertThat(image.getWidth(), is(width));
        assertThat(image.getHeight(), is(height));
    }

    @Test
    void withoutFontsThereIsACardAllTheSame() {
        TestCard card = card("A cat", 320, 240, Duration.ofSeconds(2));
        byte[] mute = new CardRenderer(new TextPainter(false)).video(card);
        assertThat(boxes(mute), is(List.of("ftyp", "moov", "mdat")));
        CardLayout layout = CardLayout.of(320, 240);
        CardPainter withText = new CardPainter(card, layout, new TextPainter(true));
        CardPainter without = new CardPainter(card, layout, new TextPainter(false));
        assertThat(meanDifference(withText.whole(0), without.whole(0)), is(not(0.0)));
    }

    private Path write(TestCard card) throws IOException {
        return Files.write(directory.resolve("card.mp4"), renderer.video(card));
    }

    private static TestCard card(String prompt, int width, int height, Duration duration) {
        return new TestCard(
                "video_0123456789abcdef0123456789abcdef0123456789abcdef",
                prompt,
                "sora-2",
                width,
                height,
                duration,
                Instant.parse("2026-11-02T10:00:00Z"));
    }

    private static BufferedImage picture(byte[] jpeg) throws IOException {
        assertThat(Arrays.copyOf(jpeg, 3), is(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static List<String> boxes(byte[] file) {
        List<String> types = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(file);
        while (buffer.hasRemaining()) {
            int size = buffer.getInt(buffer.position());
            types.add(new String(file, buffer.position() + 4, 4, StandardCharsets.US_ASCII));
            buffer.position(buffer.position() + size);
        }
        return types;
    }

    /** The largest distance, in steps of 0 to 255, between a gray picture and the brightness of a coloured one. */
    private static double largestLumaDifference(BufferedImage gray, BufferedImage coloured) {
        double largest = 0;
        for (int y = 0; y < gray.getHeight(); y++) {
            for (int x = 0; x < gray.getWidth(); x++) {
                Color colour = new Color(coloured.getRGB(x, y));
                double luma = 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
                largest = Math.max(largest, Math.abs(luma - gray.getRaster().getSample(x, y, 0)));
            }
        }
        return largest;
    }

    /** In steps of colour, 0 to 255, over all pixels and channels. */
    private static double meanDifference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 0xff) - (b.getRGB(x, y) >> shift & 0xff));
                }
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }
}
