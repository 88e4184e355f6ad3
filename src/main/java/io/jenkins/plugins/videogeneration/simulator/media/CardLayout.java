package io.jenkins.plugins.videogeneration.simulator.media;

/**
 * Where the parts of a card are, in pixels. The coded picture is a whole number of macroblocks wide and high; what is beyond the card's
 * own width and height is cropped by the player.
 *
 * @param width the visible width
 * @param height the visible height
 * @param codedWidth the width rounded up to macroblocks
 * @param codedHeight the height rounded up to macroblocks
 * @param bandTop where the band with the clock begins, a multiple of {@value #MACROBLOCK}; 0 when the band is all there is
 * @param unit the length that margins and letters are measured in
 */
record CardLayout(int width, int height, int codedWidth, int codedHeight, int bandTop, int unit) {

    /** The side of a macroblock, the square that H.264 codes at a time. */
    static final int MACROBLOCK = 16;

    /** The band's share of the height. */
    private static final int BAND_SHARE = 8;

    static CardLayout of(int width, int height) {
        int codedWidth = roundUp(width);
        int codedHeight = roundUp(height);
        int rows = codedHeight / MACROBLOCK;
        int bandRows = Math.max(1, Math.round((float) rows / BAND_SHARE));
        int unit = Math.max(1, Math.min(width, height) / 24);
        return new CardLayout(width, height, codedWidth, codedHeight, (rows - bandRows) * MACROBLOCK, unit);
    }

    /** The band's height as it is coded. */
    int codedBandHeight() {
        return codedHeight - bandTop;
    }

    /** The number of macroblocks before the band. */
    int macroblocksBeforeBand() {
        return bandTop / MACROBLOCK * (codedWidth / MACROBLOCK);
    }

    private static int roundUp(int side) {
        return (side + MACROBLOCK - 1) / MACROBLOCK * MACROBLOCK;
    }
}
