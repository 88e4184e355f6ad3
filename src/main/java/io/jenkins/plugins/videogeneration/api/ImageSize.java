package io.jenkins.plugins.videogeneration.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The size of an image in pixels, read from the beginning of its file: of what the JDK reads, and of WebP, which it does not.
 *
 * @param width from left to right
 * @param height from top to bottom
 */
public record ImageSize(int width, int height) {

    /** Beyond this no image format keeps its width and height. A multiple of four, as base64 has it. */
    public static final int HEAD_BYTES = 1 << 20;

    /** Empty if this is no image that can be told. */
    public static Optional<ImageSize> of(byte[] head) {
        return isWebp(head) ? webp(head) : known(head);
    }

    /**
     * Of an image in a data URL with base64; empty if it is another URL, or no image that can be told.
     *
     * @param url of any kind and length; only its beginning is decoded
     */
    public static Optional<ImageSize> ofDataUrl(String url) {
        int comma = url.indexOf(',');
        if (comma < 0 || !url.startsWith("data:") || !url.substring(0, comma).endsWith(";base64")) {
            return Optional.empty();
        }
        try {
            String head = url.substring(comma + 1, Math.min(url.length(), comma + 1 + HEAD_BYTES));
            return of(Base64.getMimeDecoder().decode(head));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The form in which requests name sizes. */
    @Override
    public String toString() {
        return width + "x" + height;
    }

    private static Optional<ImageSize> known(byte[] head) {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(head))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new ImageSize(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Somebody else's bytes: the parser may stumble in any way.
            return Optional.empty();
        }
    }

    private static boolean isWebp(byte[] head) {
        return head.length >= 30
                && ascii(head, 0).equals("RIFF")
                && ascii(head, 8).equals("WEBP");
    }

    /** The three forms of WebP, as its container specification lays them out. */
    private static Optional<ImageSize> webp(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return switch (ascii(head, 12)) {
            case "VP8X" -> Optional.of(new ImageSize(1 + (bytes.getInt(24) & 0xffffff), 1 + (bytes.getInt(26) >>> 8)));
            case "VP8L" -> {
                int bits = bytes.getInt(21);
                yield Optional.of(new ImageSize(1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff)));
            }
            case "VP8 " -> Optional.of(new ImageSize(bytes.getShort(26) & 0x3fff, bytes.getShort(28) & 0x3fff));
            default -> Optional.empty();
        };
    }

    private static String ascii(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }
}
