package io.jenkins.plugins.videogeneration.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.simulator.media.CardRenderer;
import io.jenkins.plugins.videogeneration.simulator.media.TestCard;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp4FactsTest {

    @ParameterizedTest
    @CsvSource({"320, 240, 4000, 4", "854, 480, 2500, 2.5", "64, 64, 20000, 20", "64, 64, 1, 0.001"})
    void readsSizeAndLength(int width, int height, int millis, String seconds) throws IOException {
        assertThat(
                read(video(width, height, millis)),
                is(Optional.of(new Mp4Facts(new VideoSize(width, height), new BigDecimal(seconds)))));
    }

    @Test
    void theIndexMayComeLast() throws IOException {
        byte[] video = video(320, 240, 4000);
        ByteBuffer in = ByteBuffer.wrap(video);
        byte[] fileType = new byte[in.getInt(0)];
        byte[] index = new byte[in.getInt(fileType.length)];
        in.get(fileType).get(index);
        byte[] data = new byte[in.remaining()];
        in.get(data);
        byte[] indexLast = new Buffer().write(fileType).write(data).write(index).readByteArray();
        assertThat(read(indexLast), is(read(video)));
    }

    @Test
    void whatIsNoMp4HasNone() throws IOException {
        assertThat(read(new byte[0]), is(Optional.empty()));
        assertThat(read("no video at all, but text".getBytes()), is(Optional.empty()));
        assertThat(read(TestImages.encoded("png", 10, 10)), is(Optional.empty()));
    }

    @Test
    void damageOfAnyKindIsSurvived() throws IOException {
        byte[] video = video(64, 64, 2000);
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = video.clone();
            for (int j = 0; j < 4; j++) {
                damaged[random.nextInt(800)] = (byte) random.nextInt();
            }
            read(damaged).ifPresent(facts -> assertThat(facts.seconds().signum(), is(1)));
        }
        for (int length = 0; length < 900; length++) {
            read(Arrays.copyOf(video, length));
        }
    }

    private static Optional<Mp4Facts> read(byte[] file) throws IOException {
        return Mp4Facts.read(new Buffer().write(file));
    }

    private static byte[] video(int width, int height, int millis) {
        return new CardRenderer()
                .video(new TestCard("id", "A cat", "sora-2", width, height, Duration.ofMillis(millis), Instant.EPOCH));
    }
}
