package io.jenkins.plugins.videogeneration.simulator;

import java.time.Duration;

/**
 * What the simulator will hold at most, so that no client can fill the memory or the disk.
 *
 * @param jsonBytes of a JSON body; the default has room for the reference's longest data URL, 20,971,520 characters
 * @param uploadBytes of a multipart body
 * @param jobs known at a time; the oldest are forgotten
 * @param jobsKeptFor after creation
 * @param loggedRequests the length of the log of requests
 * @param cachedBytes of videos and pictures made before
 */
public record Limits(
        long jsonBytes, long uploadBytes, int jobs, Duration jobsKeptFor, int loggedRequests, long cachedBytes) {

    private static final long MEBIBYTE = 1 << 20;

    /** @throws IllegalArgumentException when a limit is not positive */
    public Limits {
        if (jsonBytes < 1
                || uploadBytes < 1
                || jobs < 1
                || jobsKeptFor.isNegative()
                || loggedRequests < 1
                || cachedBytes < 1) {
            throw new IllegalArgumentException("limits have to be positive");
        }
    }

    /** 24 MiB of JSON, 64 MiB of uploads, 10,000 jobs for a day, 10,000 log entries, 64 MiB of files. */
    public static Limits defaults() {
        return new Limits(24 * MEBIBYTE, 64 * MEBIBYTE, 10_000, Duration.ofDays(1), 10_000, 64 * MEBIBYTE);
    }
}
