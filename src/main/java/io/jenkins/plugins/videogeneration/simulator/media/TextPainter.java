package io.jenkins.plugins.videogeneration.simulator.media;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws text into boxes: wrapped between words, as large as fits, with an ellipsis where even the smallest letters need more room. Scripts
 * that run from right to left are aligned right. Where Java has no fonts at all, nothing is drawn.
 */
final class TextPainter {

    private static final String ELLIPSIS = "\u2026";
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** More than any card can show; keeps the measuring of a 32,000 character prompt cheap. */
    private static final int LONGEST_TEXT = 4000;

    private final boolean fontsPresent;

    TextPainter() {
        this(fontsPresent());
    }

    /** @param fontsPresent false to draw nothing */
    TextPainter(boolean fontsPresent) {
        this.fontsPresent = fontsPresent;
    }

    /** Draws one line that starts at the left of the box, in letters small enough for the whole of it to fit. */
    void line(Graphics2D g, String text, Font font, Rectangle box) {
        if (!fontsPresent || text.isBlank()) {
            return;
        }
        TextLayout layout = new TextLayout(text, font, CONTEXT);
        if (layout.getAdvance() > box.width) {
            float smaller = font.getSize2D() * box.width / layout.getAdvance();
            layout = new TextLayout(text, font.deriveFont(smaller), CONTEXT);
        }
        float baseline = box.y + (box.height + layout.getAscent() - layout.getDescent()) / 2;
        layout.draw(g, left(layout, box), baseline);
    }

    /** Draws wrapped text, trying the given sizes of letters from large to small and cutting the text at the last. */
    void paragraph(Graphics2D g, String text, Font font, float[] sizes, Rectangle box) {
        String plain = oneParagraph(text);
        if (!fontsPresent || plain.isEmpty()) {
            return;
        }
        for (int i = 0; i < sizes.length; i++) {
            Font sized = font.deriveFont(sizes[i]);
            int room = Math.max(1, (int) (box.height / lineHeight(sized)));
            List<String> lines = wrap(plain, sized, box.width, room + 1);
            if (lines.size() <= room) {
                drawLines(g, lines, sized, box);
                return;
            }
            if (i == sizes.length - 1) {
                List<String> cut = new ArrayList<>(lines.subList(0, room));
                cut.set(room - 1, withEllipsis(cut.get(room - 1), sized, box.width));
                drawLines(g, cut, sized, box);
            }
        }
    }

    private static void drawLines(Graphics2D g, List<String> lines, Font font, Rectangle box) {
        float y = box.y;
        for (String line : lines) {
            TextLayout layout = new TextLayout(line, font, CONTEXT);
            layout.draw(g, left(layout, box), y + layout.getAscent());
            y += lineHeight(font);
        }
    }

    private static List<String> wrap(String text, Font font, int width, int most) {
        AttributedString attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length() && lines.size() < most) {
            int end = Math.max(measurer.nextOffset(width), start + 1);
            lines.add(text.substring(start, end));
            measurer.setPosition(end);
            start = end;
        }
        return lines;
    }

    private static String withEllipsis(String line, Font font, int width) {
        String shorter = line.strip();
        while (!shorter.isEmpty() && new TextLayout(shorter + ELLIPSIS, font, CONTEXT).getAdvance() > width) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1))
                    .strip();
        }
        return shorter + ELLIPSIS;
    }

    private static String oneParagraph(String text) {
        String start =
                text.length() > LONGEST_TEXT ? text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT / 2)) : text;
        return start.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static float left(TextLayout layout, Rectangle box) {
        return layout.isLeftToRight() ? box.x : box.x + box.width - layout.getAdvance();
    }

    private static float lineHeight(Font font) {
        return font.getSize2D() * 1.25f;
    }

    /** A Java runtime without fontconfig or without libfreetype answers the first use of a font with an error of many kinds. */
    static boolean fontsPresent() {
        try {
            return new TextLayout("Ag", new Font(Font.SANS_SERIF, Font.PLAIN, 12), CONTEXT).getAdvance() > 0;
        } catch (LinkageError | InternalError | RuntimeException e) {
            return false;
        }
    }
}
