package io.jenkins.plugins.videogeneration.api;

import java.util.Locale;

/** A number of bytes for people to read: {@code 12.3 MB}, in decimal units as disks and networks are measured. */
public final class ByteCount {

    private ByteCount() {}

    public static String words(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return in(bytes, 1e3, "kB");
        }
        return bytes < 1_000_000_000 ? in(bytes, 1e6, "MB") : in(bytes, 1e9, "GB");
    }

    private static String in(long bytes, double unit, String name) {
        return String.format(Locale.ROOT, "%.1f %s", bytes / unit, name);
    }
}
