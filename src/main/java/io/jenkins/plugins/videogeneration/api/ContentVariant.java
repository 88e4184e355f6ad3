package io.jenkins.plugins.videogeneration.api;

import java.util.Locale;

/** What can be downloaded of a finished job. */
public enum ContentVariant {
    /** The video itself, an MP4. It is the default, and some servers refuse to see it named, so it is never sent. */
    VIDEO,
    /** A still picture; webp in the reference protocol, other image types elsewhere. */
    THUMBNAIL,
    /** Frames side by side in one picture; jpeg in the reference protocol. */
    SPRITESHEET;

    /** The value of the {@code variant} parameter. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
