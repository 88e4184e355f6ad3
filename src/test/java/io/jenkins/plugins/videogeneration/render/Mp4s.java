package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.media.CardRenderer;
import io.jenkins.plugins.videogeneration.simulator.media.TestCard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** Videos, whole and otherwise. */
final class Mp4s {

    private Mp4s() {}

    /** A small video that plays. */
    static byte[] playable(int width, int height, Duration duration) {
        return new CardRenderer()
                .video(new TestCard("video_1", "A cat", "sora-2", width, height, duration, VirtualTime.START));
    }

    static byte[] small() {
        return playable(64, 48, Duration.ofMillis(1500));
    }

    /** The beginning of a video, as if its transfer had broken off. */
    static byte[] firstHalf() {
        byte[] whole = small();
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** An MP4 whose only track is no video track. */
    static byte[] withoutVideo() {
        return replace(small(), "vide", "text");
    }

    /** An MP4 that says of itself that it lasts no time. */
    static byte[] withoutDuration() {
        byte[] mp4 = small();
        // the movie header: size, type, version and flags, created, modified, time scale, duration
        int duration = indexOf(mp4, "mvhd") + 4 + 4 + 4 + 4 + 4;
        Arrays.fill(mp4, duration, duration + 4, (byte) 0);
        return mp4;
    }

    /** As a live encoder writes it: the index says nothing of the duration, and a fragment follows. */
    static byte[] inFragments() {
        byte[] index = withoutDuration();
        byte[] mp4 = Arrays.copyOf(index, index.length + 8);
        System.arraycopy(new byte[] {0, 0, 0, 8, 'm', 'o', 'o', 'f'}, 0, mp4, index.length, 8);
        return mp4;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An 'ftyp' box, and then nothing that makes sense. */
    static byte[] garbageBehindAHead() {
        byte[] garbage = new byte[20_000];
        new Random(7).nextBytes(garbage);
        byte[] mp4 = small();
        System.arraycopy(mp4, 0, garbage, 0, 24);
        return garbage;
    }

    private static byte[] replace(byte[] content, String from, String to) {
        byte[] changed = content.clone();
        byte[] replacement = to.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(replacement, 0, changed, indexOf(content, from), replacement.length);
        return changed;
    }

    private static int indexOf(byte[] content, String text) {
        int index = new String(content, StandardCharsets.ISO_8859_1).indexOf(text);
        if (index < 0) {
            throw new AssertionError("There is no " + text);
        }
        return index;
    }
}
