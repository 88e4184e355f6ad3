package io.jenkins.plugins.videogeneration.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFactsTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void readsWhatTheJdkReads(String format) throws IOException {
        assertThat(ImageFacts.size(TestImages.encoded(format, 123, 45)), is(Optional.of(new VideoSize(123, 45))));
    }

    /** The beginnings of WebP files, laid out by hand from the container specification: 720 by 1280 in each of the three forms. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "52494646 24000000 57454250 56503820 18000000 30010 09d012a d002 0005 0000",
                "52494646 24000000 57454250 5650384c 10000000 2f cfc23f01 0000000000",
                "52494646 24000000 57454250 56503858 0a000000 00000000 cf0200 ff0400",
            })
    void readsWebp(String hex) {
        byte[] head = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(ImageFacts.size(head), is(Optional.of(new VideoSize(720, 1280))));
    }

    @Test
    void whatIsCutShortOrNoImageHasNoSize() throws IOException {
        byte[] png = TestImages.encoded("png", 10, 10);
        assertThat(ImageFacts.size(Arrays.copyOf(png, 12)), is(Optional.empty()));
        assertThat(ImageFacts.size(new byte[0]), is(Optional.empty()));
        assertThat(ImageFacts.size("RIFF....WEBP".getBytes()), is(Optional.empty()));
    }
}
