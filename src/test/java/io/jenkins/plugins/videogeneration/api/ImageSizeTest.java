package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizeTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void readsWhatTheJdkReads(String format) throws IOException {
        assertThat(ImageSize.of(encoded(format, 123, 45)), is(Optional.of(new ImageSize(123, 45))));
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
        assertThat(ImageSize.of(head), is(Optional.of(new ImageSize(720, 1280))));
    }

    @Test
    void readsTheImageOfADataUrl() throws IOException {
        String image = Base64.getEncoder().encodeToString(encoded("png", 123, 45));
        assertThat(ImageSize.ofDataUrl("data:image/png;base64," + image), is(Optional.of(new ImageSize(123, 45))));
        assertThat(ImageSize.ofDataUrl("data:image/png," + image), is(Optional.empty()));
        assertThat(ImageSize.ofDataUrl("data:image/png;base64,=="), is(Optional.empty()));
        assertThat(ImageSize.ofDataUrl("https://example.com/a,b.png"), is(Optional.empty()));
    }

    @Test
    void whatIsCutShortOrNoImageHasNoSize() throws IOException {
        byte[] png = encoded("png", 10, 10);
        assertThat(ImageSize.of(Arrays.copyOf(png, 12)), is(Optional.empty()));
        assertThat(ImageSize.of(new byte[0]), is(Optional.empty()));
        assertThat(ImageSize.of("RIFF....WEBP".getBytes()), is(Optional.empty()));
    }

    private static byte[] encoded(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
