package io.jenkins.plugins.videogeneration.api;

/** A number of bytes for people to read: {@code 12.3 MB}, in decimal units as disks and networks are measured. */
public final class ByteCount {

    private ByteCount() {}

    public static Text of(long bytes) {
        if (bytes < 1000) {
            return Text.of("api.ByteCount.bytes", bytes);
        }
        if (bytes < 1_000_000) {
            return of("api.ByteCount.kilobytes", bytes, 1e3);
        }
        return bytes < 1_000_000_000
                ? of("api.ByteCount.megabytes", bytes, 1e6)
                : of("api.ByteCount.gigabytes", bytes, 1e9);
    }

    private static Text of(String key, long bytes, double unit) {
        long tenths = Math.round(bytes / unit * 10);
        // what stands between them is a matter of language too
        return Text.of(key, tenths / 10, tenths % 10);
    }
}
