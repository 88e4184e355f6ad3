package io.jenkins.plugins.videogeneration.simulator.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.encode.DumbRateControl;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.codecs.h264.mp4.AvcCBox;
import org.jcodec.common.model.Size;

/** The parameters that hold for a whole stream: size, cropping, colours, profile. */
final class H264Stream {

    /** Constraint flags 0 and 1: constrained baseline, the profile that every player knows. */
    private static final int CONSTRAINED_BASELINE = 0xc0;

    /** H.264 table A-1: the largest picture, in macroblocks, of levels 3.1, 4.0, 5.0 and 5.1. */
    private static final int[][] LEVELS = {{3600, 31}, {8192, 40}, {22080, 50}, {36864, 51}};

    private static final int BT709 = 1;
    private static final int UNSPECIFIED_FORMAT = 5;

    private final SeqParameterSet sequence;
    private final PictureParameterSet picture;

    /** @param width, height of the visible picture, even */
    H264Stream(int width, int height) {
        H264Encoder encoder = new H264Encoder(new DumbRateControl());
        this.picture = encoder.initPPS();
        this.sequence = encoder.initSPS(new Size(width, height));
        sequence.constraintSet0Flag = true;
        sequence.constraintSet1Flag = true;
        sequence.levelIdc = level((sequence.picWidthInMbsMinus1 + 1) * (sequence.picHeightInMapUnitsMinus1 + 1));
        sequence.vuiParams = colours();
    }

    SeqParameterSet sequence() {
        return sequence;
    }

    PictureParameterSet picture() {
        return picture;
    }

    /** The parameters as an MP4 keeps them. */
    AvcCBox configuration() {
        return AvcCBox.createAvcCBox(
                sequence.profileIdc,
                CONSTRAINED_BASELINE,
                sequence.levelIdc,
                4,
                List.of(escaped(sequence::write)),
                List.of(escaped(picture::write)));
    }

    private static VUIParameters colours() {
        VUIParameters vui = new VUIParameters();
        vui.videoSignalTypePresentFlag = true;
        vui.videoFormat = UNSPECIFIED_FORMAT;
        vui.colourDescriptionPresentFlag = true;
        vui.colourPrimaries = BT709;
        vui.transferCharacteristics = BT709;
        vui.matrixCoefficients = BT709;
        // Nothing is reordered: a player need not wait for a second picture before it shows the first.
        vui.bitstreamRestriction = new VUIParameters.BitstreamRestriction();
        vui.bitstreamRestriction.maxDecFrameBuffering = 1;
        return vui;
    }

    private static int level(int macroblocks) {
        return Arrays.stream(LEVELS)
                .filter(level -> macroblocks <= level[0])
                .mapToInt(level -> level[1])
                .findFirst()
                .orElse(52);
    }

    private static ByteBuffer escaped(Consumer<ByteBuffer> writer) {
        ByteBuffer plain = ByteBuffer.allocate(256);
        writer.accept(plain);
        plain.flip();
        ByteBuffer escaped = ByteBuffer.allocate(512);
        H264Utils.escapeNAL(plain, escaped);
        escaped.flip();
        return escaped;
    }
}
