package io.jenkins.plugins.videogeneration.simulator.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.H264Utils.SliceHeaderTweaker;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.NALUnitType;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;

/**
 * Encodes a part of a picture as one H.264 slice. jcodec encodes whole pictures: the part is encoded as if it were one, and its slice header
 * is then rewritten to say where in the real picture it begins. That is exact, because a slice never predicts from another.
 */
final class SliceEncoder {

    /**
     * The quantizer of every macroblock. Up to 15 the deblocking filter does nothing (H.264, table 8-16), which jcodec's encoder needs: it
     * predicts from filtered samples where the standard says unfiltered. At this value flat areas cost next to nothing and letters stay
     * crisp.
     */
    private static final int QUANTIZER = 15;

    private final H264Stream stream;

    SliceEncoder(H264Stream stream) {
        this.stream = stream;
    }

    /**
     * Encodes a part of a picture for use in key frames.
     *
     * @param part its sides are multiples of a macroblock, its width that of the whole picture
     * @return the slice as a NAL unit, without start code or length
     */
    byte[] encode(Picture part) {
        ByteBuffer room = ByteBuffer.allocate(part.getWidth() * part.getHeight() * 3 + 4096);
        ByteBuffer encoded = new H264Encoder(new ConstantQuantizer()).encodeIDRFrame(part, room);
        return H264Utils.splitFrame(encoded).stream()
                .map(SliceEncoder::bytes)
                .filter(unit -> (unit[0] & 0x1f) == NALUnitType.IDR_SLICE.getValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the encoder made no slice"));
    }

    /**
     * Places a slice in a picture.
     *
     * @param slice what {@link #encode} returned
     * @param firstMacroblock where it begins
     * @param pictureId tells a key frame from the one before it; 0 or 1
     */
    byte[] place(byte[] slice, int firstMacroblock, int pictureId) {
        ByteBuffer in = ByteBuffer.wrap(slice.clone());
        NALUnit unit = NALUnit.read(in);
        ByteBuffer out = ByteBuffer.allocate(slice.length + slice.length / 2 + 64);
        unit.write(out);
        SliceHeaderTweaker tweaker = new SliceHeaderTweaker() {
            @Override
            protected void tweak(SliceHeader header) {
                header.firstMbInSlice = firstMacroblock;
                header.idrPicId = pictureId;
            }
        };
        tweaker.runSpsPps(in, out, unit, stream.sequence(), stream.picture());
        return withoutTrailingZeros(out.array(), out.position());
    }

    /** Shifting by some bits may leave an empty byte at the end, which a NAL unit must not have. */
    private static byte[] withoutTrailingZeros(byte[] unit, int length) {
        int end = length;
        while (end > 0 && unit[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(unit, end);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static final class ConstantQuantizer implements RateControl {
        @Override
        public int startPicture(Size size, int maxBytes, SliceType type) {
            return QUANTIZER;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
