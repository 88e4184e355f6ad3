package io.jenkins.plugins.videogeneration.simulator.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.Locale;

/** Draws a card: colour bars, caption, prompt and id, and for each second a band with the clock and the time bar. */
final class CardPainter {

    private static final Color BACKGROUND = new Color(0x12, 0x16, 0x1f);
    private static final Color BAND = new Color(0x1d, 0x24, 0x33);
    private static final Color TRACK = new Color(0x3a, 0x45, 0x5c);
    private static final Color ACCENT = new Color(0x4d, 0xa3, 0xff);
    private static final Color TEXT = new Color(0xf2, 0xf4, 0xf8);
    private static final Color FAINT_TEXT = new Color(0x9a, 0xa5, 0xb8);

    /** The 75 % bars that television engineers know. */
    private static final Color[] BARS = {
        new Color(191, 191, 191),
        new Color(191, 191, 0),
        new Color(0, 191, 191),
        new Color(0, 191, 0),
        new Color(191, 0, 191),
        new Color(191, 0, 0),
        new Color(0, 0, 191),
    };

    private final TestCard card;
    private final CardLayout layout;
    private final TextPainter text;

    CardPainter(TestCard card, CardLayout layout, TextPainter text) {
        this.card = card;
        this.layout = layout;
        this.text = text;
    }

    /** The part that never changes, as wide and high as it is coded. Not to be called when the band is all there is. */
    BufferedImage still() {
        BufferedImage image = new BufferedImage(layout.codedWidth(), layout.bandTop(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas(image, BACKGROUND);
        int unit = layout.unit();
        int inner = layout.width() - 2 * unit;
        int barsHeight = layout.bandTop() * 3 / 10;
        paintBars(g, barsHeight);

        int captionTop = barsHeight + unit / 2;
        int idTop = layout.bandTop() - 2 * unit;
        g.setColor(ACCENT);
        text.line(g, caption(), sans(Font.BOLD, unit), new Rectangle(unit, captionTop, inner, 2 * unit));
        g.setColor(TEXT);
        float[] sizes = {unit * 2.4f, unit * 2f, unit * 1.6f, unit * 1.3f, unit};
        int promptTop = captionTop + 2 * unit + unit / 4;
        Rectangle promptBox = new Rectangle(unit, promptTop, inner, Math.max(1, idTop - promptTop));
        text.paragraph(g, card.prompt(), sans(Font.BOLD, unit), sizes, promptBox);
        g.setColor(FAINT_TEXT);
        text.line(
                g,
                card.id(),
                new Font(Font.MONOSPACED, Font.PLAIN, unit),
                new Rectangle(unit, idTop, inner, 2 * unit - unit / 4));
        g.dispose();
        return image;
    }

    /** The band of one second, counted from 0, as wide and high as it is coded. */
    BufferedImage band(int second) {
        BufferedImage image =
                new BufferedImage(layout.codedWidth(), layout.codedBandHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas(image, BAND);
        int unit = layout.unit();
        int visible = layout.height() - layout.bandTop();
        int inner = layout.width() - 2 * unit;
        int barHeight = Math.max(2, visible / 5);
        Rectangle track = new Rectangle(unit, visible - barHeight - visible / 6, inner, barHeight);
        g.setColor(TRACK);
        g.fill(track);
        g.setColor(ACCENT);
        g.fillRect(track.x, track.y, reached(second, track.width), track.height);
        g.setColor(BAND);
        int step = markStep(track.width);
        for (int mark = step; mark < card.pictures(); mark += step) {
            g.fillRect(track.x + reached(mark - 1, track.width), track.y, Math.max(1, unit / 12), track.height);
        }
        g.setColor(TEXT);
        String clock = clock(second) + " / " + seconds() + " s";
        text.line(
                g,
                clock,
                sans(Font.BOLD, unit * 1.25f),
                new Rectangle(unit, visible / 12, inner, track.y - visible / 12));
        g.dispose();
        return image;
    }

    /** The whole visible picture of a second. */
    BufferedImage whole(int second) {
        BufferedImage image = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        if (layout.bandTop() > 0) {
            g.drawImage(still(), 0, 0, null);
        }
        g.drawImage(band(second), 0, layout.bandTop(), null);
        g.dispose();
        return image;
    }

    private void paintBars(Graphics2D g, int height) {
        for (int i = 0; i < BARS.length; i++) {
            int left = layout.width() * i / BARS.length;
            int right = i == BARS.length - 1 ? layout.codedWidth() : layout.width() * (i + 1) / BARS.length;
            g.setColor(BARS[i]);
            g.fillRect(left, 0, right - left, height);
        }
    }

    /** How much of the time bar is filled at the end of a second. */
    private int reached(int second, int width) {
        long end = Math.min((second + 1) * 1000L, card.duration().toMillis());
        return (int) (width * end / card.duration().toMillis());
    }

    /** A mark every second, or so many seconds apart that the bar stays a bar. */
    private int markStep(int width) {
        int step = 1;
        while ((long) width * step < (long) card.pictures() * layout.unit()) {
            step *= step == 1 ? 5 : 2;
        }
        return step;
    }

    private String caption() {
        return String.format(
                Locale.ROOT,
                "SIMULATED VIDEO  \u00b7  %s  \u00b7  %dx%d  \u00b7  %s s",
                card.model(),
                card.width(),
                card.height(),
                seconds());
    }

    private String seconds() {
        return BigDecimal.valueOf(card.duration().toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String clock(int second) {
        return String.format(Locale.ROOT, "%d:%02d", second / 60, second % 60);
    }

    private static Font sans(int style, float size) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont(size);
    }

    private static Graphics2D canvas(BufferedImage image, Color background) {
        Graphics2D g = image.createGraphics();
        g.setColor(background);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }
}
