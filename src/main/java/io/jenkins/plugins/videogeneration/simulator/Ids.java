package io.jenkins.plugins.videogeneration.simulator;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes ids that look like the reference's. */
final class Ids {

    private final RandomGenerator random;

    Ids(RandomGenerator random) {
        this.random = random;
    }

    String video() {
        return "video_" + hex(24);
    }

    String character() {
        return "char_" + hex(24);
    }

    String request() {
        return "req_" + hex(16);
    }

    /** Random generators need not be safe for threads. */
    private synchronized String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
