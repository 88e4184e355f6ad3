/**
 * Makes the simulator's videos and pictures: a test card, drawn with Java2D, encoded as H.264 and laid out as an MP4 whose index comes
 * first.
 *
 * <p>The way of one video: {@link io.jenkins.plugins.videogeneration.simulator.media.TestCard} says what is wanted, {@code CardPainter}
 * draws it, {@code YuvConverter} turns colours into what H.264 codes, {@code SliceEncoder} encodes, {@code Mp4File} lays out the bytes.
 * {@link io.jenkins.plugins.videogeneration.simulator.media.CardRenderer} is the only door from outside.
 *
 * <p>A card has two parts: the card proper, which never changes, and a band at the bottom with the clock and the time bar, which changes
 * every second. Each part is a slice of its own in the coded picture. So the large one is encoded once and its bytes serve every second,
 * and a video costs little more than a picture.
 */
package io.jenkins.plugins.videogeneration.simulator.media;
