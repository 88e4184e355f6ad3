package io.jenkins.plugins.videogeneration.simulator.media;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPainterTest {

    private static final Rectangle BOX = new Rectangle(20, 20, 260, 100);
    private static final Font SANS = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private final TextPainter painter = new TextPainter();
    private final BufferedImage image = new BufferedImage(300, 140, BufferedImage.TYPE_INT_RGB);

    @BeforeEach
    void needsFonts() {
        assumeTrue(TextPainter.fontsPresent(), "this Java runtime has no fonts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A cat",
                "A calico cat surfs a glassy turquoise wave at sunset, slow motion, cinematic light",
                "Supercalifragilisticexpialidocious-supercalifragilisticexpialidocious-supercalifragilistic",
                "\u041a\u043e\u0442 \u043d\u0430 \u0432\u043e\u043b\u043d\u0435",
                "\u732b\u304c\u6ce2\u306b\u4e57\u308b",
                "\u0642\u0637\u0629 \u062a\u0631\u0643\u0628 \u0627\u0644\u0645\u0648\u062c",
                "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
                "tabs\tand\nlines\r\nand \u0007 bells",
            })
    void textOfEveryKindIsDrawnInsideItsBox(String text) {
        paragraph(text);
        assertInside();
    }

    @Test
    void aTextOfAnyLengthIsDrawnInsideItsBox() {
        paragraph("A very long prompt about a calico cat. ".repeat(820));
        assertInside();
        paragraph("\ud83d\ude00".repeat(32_000));
        assertInside();
    }

    @Test
    void aTextThatIsCutSaysSo() {
        paragraph("cat ".repeat(100));
        BufferedImage longer = copy();
        paragraph("cat ".repeat(200));
        assertThat("the end is the same ellipsis however much is cut", same(longer, image), is(true));
    }

    @Test
    void aLineIsMadeToFit() {
        Graphics2D g = clean();
        painter.line(g, "W".repeat(200), SANS, BOX);
        assertInside();
    }

    @Test
    void textFromRightToLeftIsAlignedRight() {
        paragraph("\u0642\u0637\u0629");
        assertThat(ink().x, is(greaterThan(150)));
        paragraph("cat");
        assertThat(ink().x, is(lessThanOrEqualTo(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u0000"})
    void nothingIsDrawnForNothing(String text) {
        paragraph(text);
        assertThat(ink().isEmpty(), is(true));
    }

    @Test
    void withoutFontsNothingIsDrawn() {
        new TextPainter(false).paragraph(clean(), "cat", SANS, new float[] {12}, BOX);
        assertThat(ink().isEmpty(), is(true));
    }

    private void paragraph(String text) {
        painter.paragraph(clean(), text, SANS, new float[] {30, 20, 12}, BOX);
    }

    private Graphics2D clean() {
        Graphics2D g = image.createGraphics();
        g.setColor(Color.BLACK);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(Color.WHITE);
        return g;
    }

    private void assertInside() {
        Rectangle ink = ink();
        assertThat("something is drawn", ink.isEmpty(), is(false));
        // Letters may hang over their advance by a little.
        Rectangle room = new Rectangle(BOX);
        room.grow(4, 4);
        assertThat(room + " holds " + ink, room.contains(ink), is(true));
    }

    private Rectangle ink() {
        Rectangle ink = new Rectangle();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) != 0) {
                    ink = ink.isEmpty() ? new Rectangle(x, y, 1, 1) : ink.union(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return ink;
    }

    private BufferedImage copy() {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        copy.setData(image.getData());
        return copy;
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (a.getRGB(x, y) != b.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
