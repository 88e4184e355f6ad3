package io.jenkins.plugins.videogeneration.simulator.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A WebP picture of one colour. The JDK cannot write WebP; the lossless form (RFC 9649, section 3) needs no more than a few bytes when all
 * pixels are equal: each of its five prefix codes then has one symbol, which takes no bits.
 */
public final class PlainWebp {

    public static final String TYPE = "image/webp";
    private static final int SIGNATURE = 0x2f;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    private PlainWebp() {}

    /** @param name decides about the colour */
    public static byte[] picture(int width, int height, String name) {
        int colour = name.hashCode();
        PlainWebp data = new PlainWebp();
        data.write(SIGNATURE, 8);
        data.write(width - 1, 14);
        data.write(height - 1, 14);
        // no transparency, version 0; no transform, no colour cache, no meta prefix codes
        data.write(0, 1 + 3 + 1 + 1 + 1);
        data.symbol(colour >> 8 & 0xff);
        data.symbol(colour >> 16 & 0xff);
        data.symbol(colour & 0xff);
        data.symbol(0xff);
        data.symbol(0);
        return data.file();
    }

    /** A simple code with one symbol of eight bits. */
    private void symbol(int value) {
        write(1, 1);
        write(0, 1);
        write(1, 1);
        write(value, 8);
    }

    /** The least significant bit comes first. */
    private void write(int value, int bits) {
        for (int i = 0; i < bits; i++) {
            pending |= (value >> i & 1) << pendingBits;
            if (++pendingBits == 8) {
                bytes.write(pending);
                pending = 0;
                pendingBits = 0;
            }
        }
    }

    private byte[] file() {
        // fills the last byte up; chunks have an even length
        write(0, 8 - pendingBits + 16);
        int length = bytes.size() / 2 * 2;
        return ByteBuffer.allocate(20 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + length)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .put(bytes.toByteArray(), 0, length)
                .array();
    }
}
