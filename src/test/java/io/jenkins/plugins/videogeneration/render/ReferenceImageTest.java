package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.Upload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceImageTest {

    @TempDir
    private Path folder;

    @Test
    void anImageOfTheRightSizeIsTaken() throws IOException {
        Upload image = image(64, 32, "png");

        assertThat(ReferenceImage.of(image, "64x32", false, folder), is(sameInstance(image)));
        assertThat(ReferenceImage.of(image, "64x32", true, folder), is(sameInstance(image)));
        assertThat(ReferenceImage.of(image, null, false, folder), is(sameInstance(image)));
    }

    @Test
    void anotherSizeIsRefusedWithBothSizesAndTheWayOut() throws IOException {
        Upload image = image(64, 64, "png");

        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> ReferenceImage.of(image, "64x32", false, folder));

        assertThat(refused.field(), is("inputReference"));
        assertThat(refused.problem().words(), containsString("64x64"));
        assertThat(refused.problem().words(), containsString("64x32"));
        assertThat(refused.problem().words(), containsString("fitInputReference"));
    }

    @Test
    void fittingKeepsTheMiddleAndFillsThePicture() throws IOException {
        // red above, green in the middle, blue below; what is cut off is red and blue
        Upload image = image(40, 80, "png");

        Upload fitted = ReferenceImage.of(image, "80x40", true, folder.resolve("fitted"));

        BufferedImage picture = ImageIO.read(fitted.file().toFile());
        assertThat(picture.getWidth() + "x" + picture.getHeight(), is("80x40"));
        for (int x : new int[] {0, 40, 79}) {
            for (int y : new int[] {0, 20, 39}) {
                assertThat(new Color(picture.getRGB(x, y)), is(Color.GREEN));
            }
        }
        assertThat(
                ReferenceImage.of(image, "80x40", true, folder.resolve("again")).sha256(), is(fitted.sha256()));
    }

    @Test
    void aSizeThatWouldTakeAllMemoryIsRefused() throws IOException {
        Upload image = image(64, 64, "png");

        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class, () -> ReferenceImage.of(image, "99999x99999", true, folder));

        assertThat(refused.problem().words(), containsString("smaller video"));
    }

    @Test
    void aWebpIsHeldToTheSizeToo() throws IOException {
        Path file = folder.resolve("image.webp");
        // 720x1280, laid out by hand from the container specification
        Files.write(file, HexFormat.of().parseHex("5249464624000000574542505650384c100000002fcfc23f010000000000"));
        Upload image = Upload.of("inputReference", file);

        assertThat(ReferenceImage.of(image, "720x1280", true, folder), is(sameInstance(image)));
        assertThat(
                assertThrows(InvalidRequestException.class, () -> ReferenceImage.of(image, "1280x720", false, folder))
                        .problem()
                        .words(),
                containsString("is an image of 720x1280, but the video is to be 1280x720"));
        assertThat(
                assertThrows(InvalidRequestException.class, () -> ReferenceImage.of(image, "1280x720", true, folder))
                        .problem()
                        .words(),
                containsString("can't be scaled here"));
    }

    @Test
    void theImageOfADataUrlIsHeldToTheSizeToo() throws IOException {
        String url = "data:image/png;base64,"
                + Base64.getEncoder()
                        .encodeToString(Files.readAllBytes(image(64, 32, "png").file()));

        ReferenceImage.checkDataUrl("inputReferenceUrl", url, "64x32");
        ReferenceImage.checkDataUrl("inputReferenceUrl", url, null);
        ReferenceImage.checkDataUrl("inputReferenceUrl", "https://example.com/image.png", "32x32");
        assertThat(
                assertThrows(
                                InvalidRequestException.class,
                                () -> ReferenceImage.checkDataUrl("inputReferenceUrl", url, "32x32"))
                        .problem()
                        .words(),
                containsString("holds an image of 64x32, but the video is to be 32x32"));
    }

    @Test
    void aVideoIsLeftToTheService() throws IOException {
        Path file = folder.resolve("boat.mp4");
        Files.write(file, Mp4s.small());
        Upload video = Upload.of("inputReference", file);

        assertThat(ReferenceImage.of(video, "64x32", true, folder), is(sameInstance(video)));
    }

    private Upload image(int width, int height, String type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height / 4);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, height / 4, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height * 3 / 4, width, height / 4);
        graphics.dispose();
        Path file = folder.resolve("image." + type);
        ImageIO.write(image, type, file.toFile());
        return Upload.of("inputReference", file);
    }
}
