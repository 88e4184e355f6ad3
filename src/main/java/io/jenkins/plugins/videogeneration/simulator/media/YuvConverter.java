package io.jenkins.plugins.videogeneration.simulator.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/**
 * From RGB to the colours of high-definition video: BT.709, limited range (luma 16 to 235, chroma 16 to 240), one chroma sample for four
 * pixels. The stream says so in its parameters, so players show the colours that were drawn.
 */
final class YuvConverter {

    private YuvConverter() {}

    /** @param image of type {@link BufferedImage#TYPE_INT_RGB}, with even sides */
    static Picture convert(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        // The name of the colour space means full range to jcodec, but its encoder passes samples through as they are.
        Picture picture = Picture.create(width, height, ColorSpace.YUV420J);
        luma(rgb, picture.getPlaneData(0));
        byte[] blue = picture.getPlaneData(1);
        byte[] red = picture.getPlaneData(2);
        for (int y = 0, out = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2, out++) {
                chroma(rgb, y * width + x, width, out, blue, red);
            }
        }
        return picture;
    }

    /** The weights of BT.709 times 219/255, in 1/65536; samples are stored less 128, as jcodec wants them. */
    private static void luma(int[] rgb, byte[] out) {
        for (int i = 0; i < rgb.length; i++) {
            int r = rgb[i] >> 16 & 0xff;
            int g = rgb[i] >> 8 & 0xff;
            int b = rgb[i] & 0xff;
            out[i] = (byte) ((11966 * r + 40254 * g + 4064 * b + 32768 >> 16) + 16 - 128);
        }
    }

    private static void chroma(int[] rgb, int first, int width, int out, byte[] blue, byte[] red) {
        int r = 0;
        int g = 0;
        int b = 0;
        for (int at : new int[] {first, first + 1, first + width, first + width + 1}) {
            r += rgb[at] >> 16 & 0xff;
            g += rgb[at] >> 8 & 0xff;
            b += rgb[at] & 0xff;
        }
        // Four pixels were added up, hence 18 bits instead of 16.
        blue[out] = (byte) (-6596 * r - 22189 * g + 28784 * b + 131072 >> 18);
        red[out] = (byte) (28784 * r - 26145 * g - 2639 * b + 131072 >> 18);
    }
}
