package io.jenkins.plugins.videogeneration.simulator.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jcodec.common.model.Size;

/**
 * Turns cards into files: an MP4, a thumbnail, a sprite sheet. Everything is computed in the calling thread and in memory. Instances may be
 * shared by threads.
 */
public final class CardRenderer {

    /** The content type of {@link #thumbnail} and {@link #spriteSheet}; the reference has webp, which the JDK cannot write. */
    public static final String PICTURE_TYPE = "image/jpeg";

    /** The content type of {@link #video}. */
    public static final String VIDEO_TYPE = "video/mp4";

    private static final int THUMBNAIL_SIDE = 480;
    private static final int TILE_SIDE = 240;
    private static final int TILES_ACROSS = 5;
    private static final int MOST_TILES = 25;

    private final TextPainter text;

    public CardRenderer() {
        this(new TextPainter());
    }

    CardRenderer(TextPainter text) {
        this.text = text;
    }

    /** A playable MP4: H.264, yuv420p, exactly the card's size and duration, one key frame a second, index first. */
    public byte[] video(TestCard card) {
        CardLayout layout = CardLayout.of(card.width(), card.height());
        CardPainter painter = new CardPainter(card, layout, text);
        H264Stream stream = new H264Stream(card.width(), card.height());
        SliceEncoder encoder = new SliceEncoder(stream);
        byte[][] stills = stills(layout, painter, encoder);
        List<ByteBuffer> samples = new ArrayList<>();
        List<Integer> durations = new ArrayList<>();
        for (int second = 0; second < card.pictures(); second++) {
            int pictureId = second % 2;
            byte[] band = encoder.encode(YuvConverter.convert(painter.band(second)));
            samples.add(sample(stills[pictureId], encoder.place(band, layout.macroblocksBeforeBand(), pictureId)));
            durations.add(card.shownMillis(second));
        }
        Size size = new Size(card.width(), card.height());
        return new Mp4File(size, card.createdAt().toEpochMilli(), stream.configuration(), samples, durations).bytes();
    }

    /** The first picture, scaled down. */
    public byte[] thumbnail(TestCard card) {
        BufferedImage whole = painter(card).whole(0);
        return jpeg(scaled(whole, THUMBNAIL_SIDE));
    }

    /** Up to 25 pictures spread evenly over the video, in rows of five, each with its time bar. */
    public byte[] spriteSheet(TestCard card) {
        CardPainter painter = painter(card);
        int tiles = Math.min(card.pictures(), MOST_TILES);
        int columns = Math.min(tiles, TILES_ACROSS);
        int rows = (tiles + columns - 1) / columns;
        BufferedImage sheet = null;
        Graphics2D g = null;
        for (int i = 0; i < tiles; i++) {
            BufferedImage tile = scaled(painter.whole(i * card.pictures() / tiles), TILE_SIDE);
            if (g == null) {
                sheet = new BufferedImage(
                        columns * tile.getWidth(), rows * tile.getHeight(), BufferedImage.TYPE_INT_RGB);
                g = sheet.createGraphics();
            }
            g.drawImage(tile, i % columns * tile.getWidth(), i / columns * tile.getHeight(), null);
        }
        g.dispose();
        return jpeg(sheet);
    }

    private CardPainter painter(TestCard card) {
        return new CardPainter(card, CardLayout.of(card.width(), card.height()), text);
    }

    /** The slice of the part that never changes, for even and for odd pictures; empty when the band is all there is. */
    private static byte[][] stills(CardLayout layout, CardPainter painter, SliceEncoder encoder) {
        if (layout.bandTop() == 0) {
            return new byte[2][0];
        }
        byte[] still = encoder.encode(YuvConverter.convert(painter.still()));
        return new byte[][] {encoder.place(still, 0, 0), encoder.place(still, 0, 1)};
    }

    private static ByteBuffer sample(byte[] still, byte[] band) {
        ByteBuffer sample = ByteBuffer.allocate(still.length + band.length + 2 * Integer.BYTES);
        if (still.length > 0) {
            sample.putInt(still.length).put(still);
        }
        return sample.putInt(band.length).put(band).flip();
    }

    private static BufferedImage scaled(BufferedImage image, int longSide) {
        double factor = Math.min(1, (double) longSide / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "jpeg", out)) {
                throw new IllegalStateException("this Java runtime cannot write JPEG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
