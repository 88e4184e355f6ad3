package io.jenkins.plugins.videogeneration.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the size of an image from the beginning of its file: what the JDK reads, and WebP, which it does not. */
final class ImageFacts {

    private ImageFacts() {}

    /** Empty when this is no image that can be told. */
    static Optional<VideoSize> size(byte[] head) {
        return isWebp(head) ? webp(head) : known(head);
    }

    private static Optional<VideoSize> known(byte[] head) {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(head))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new VideoSize(reader.getWidth(0), reader.getHeight(0)));
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
    private static Optional<VideoSize> webp(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return switch (ascii(head, 12)) {
            case "VP8X" -> Optional.of(new VideoSize(1 + (bytes.getInt(24) & 0xffffff), 1 + (bytes.getInt(26) >>> 8)));
            case "VP8L" -> {
                int bits = bytes.getInt(21);
                yield Optional.of(new VideoSize(1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff)));
            }
            case "VP8 " -> Optional.of(new VideoSize(bytes.getShort(26) & 0x3fff, bytes.getShort(28) & 0x3fff));
            default -> Optional.empty();
        };
    }

    private static String ascii(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }
}
