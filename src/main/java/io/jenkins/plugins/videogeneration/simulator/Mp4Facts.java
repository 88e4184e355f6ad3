package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okio.BufferedSource;

/**
 * What the index of an MP4 says (ISO/IEC 14496-12). Read by hand, since jcodec's parser takes the numbers in a damaged file at their word
 * and asks for as much memory.
 *
 * @param size of the picture
 * @param seconds the length, in whole milliseconds
 */
record Mp4Facts(VideoSize size, BigDecimal seconds) {

    private static final String INDEX = "moov";

    /** An hour of video has an index of some hundred kilobytes. */
    private static final long LARGEST_INDEX = 8 << 20;

    /**
     * Reads a file as it streams by, until its index is found, and holds no more than that. Empty when it is no MP4 or has no video. What is
     * behind the index is left unread.
     */
    static Optional<Mp4Facts> read(BufferedSource source) throws IOException {
        for (boolean first = true; source.request(16); first = false) {
            long size = Integer.toUnsignedLong(source.readInt());
            String type = source.readUtf8(4);
            if (first && !type.equals("ftyp")) {
                return Optional.empty();
            }
            // A size of 1 says that the real one, of eight bytes, follows the type.
            long content = size == 1 ? source.readLong() - 16 : size - 8;
            if (type.equals(INDEX)) {
                boolean complete = content >= 0 && content <= LARGEST_INDEX && source.request(content);
                return complete ? index(ByteBuffer.wrap(source.readByteArray(content))) : Optional.empty();
            }
            if (content < 0 || !skip(source, content)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean skip(BufferedSource source, long count) throws IOException {
        long left = count;
        while (left > 0 && source.request(1)) {
            long step = Math.min(left, source.getBuffer().size());
            source.skip(step);
            left -= step;
        }
        return left == 0;
    }

    private static Optional<Mp4Facts> index(ByteBuffer index) {
        try {
            Optional<BigDecimal> seconds =
                    boxes(index, "mvhd").stream().findFirst().map(Mp4Facts::seconds);
            Optional<VideoSize> size = boxes(index, "trak").stream()
                    .flatMap(track -> boxes(track, "tkhd").stream())
                    .map(Mp4Facts::size)
                    // A track of sound has no size.
                    .filter(found -> found.width() > 0 && found.height() > 0)
                    .findFirst();
            return seconds.filter(length -> length.signum() > 0)
                    .flatMap(length -> size.map(found -> new Mp4Facts(found, length)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The contents of those boxes among the parent's children that have this type. */
    private static List<ByteBuffer> boxes(ByteBuffer parent, String type) {
        List<ByteBuffer> found = new ArrayList<>();
        ByteBuffer rest = parent.duplicate();
        while (rest.remaining() >= 8) {
            int length = rest.getInt() - 8;
            byte[] name = new byte[4];
            rest.get(name);
            if (length < 0 || length > rest.remaining()) {
                return found;
            }
            if (new String(name, StandardCharsets.US_ASCII).equals(type)) {
                found.add(rest.slice(rest.position(), length));
            }
            rest.position(rest.position() + length);
        }
        return found;
    }

    /** Version and flags, two times, the units in a second, the length in units; in version 1 times and length have eight bytes. */
    private static BigDecimal seconds(ByteBuffer movieHeader) {
        boolean wide = movieHeader.get() == 1;
        movieHeader.position(wide ? 20 : 12);
        long unitsInASecond = Integer.toUnsignedLong(movieHeader.getInt());
        long length = wide ? movieHeader.getLong() : Integer.toUnsignedLong(movieHeader.getInt());
        if (unitsInASecond == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal seconds = BigDecimal.valueOf(length)
                .divide(BigDecimal.valueOf(unitsInASecond), 3, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /** Width and height are the last eight bytes, each a fixed-point number with 16 bits before the point. */
    private static VideoSize size(ByteBuffer trackHeader) {
        trackHeader.position(trackHeader.limit() - 8);
        return new VideoSize(trackHeader.getInt() >>> 16, trackHeader.getInt() >>> 16);
    }
}
