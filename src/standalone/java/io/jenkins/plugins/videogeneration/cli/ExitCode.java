package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.VideosException;

/** What the process tells the one who started it. The numbers are documented and never change their meaning. */
final class ExitCode {

    static final int OK = 0;
    /** Something that is our bug. */
    static final int UNEXPECTED = 1;

    static final int BAD_INPUT = 2;
    static final int REFUSED = 3;
    static final int AUTHENTICATION = 4;
    static final int NOT_FOUND = 5;
    static final int RENDER_FAILED = 6;
    static final int SERVICE_TROUBLE = 7;
    static final int TRY_LATER = 8;
    static final int TIMED_OUT = 9;
    static final int IN_DOUBT = 10;
    static final int LOCAL_FILE = 11;
    static final int UNUSABLE_CONTENT = 12;
    /** What a shell reports for a process that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(VideosException e) {
        if (e instanceof VideosException.BadRequest || e instanceof VideosException.Unsupported) {
            return REFUSED;
        }
        if (e instanceof VideosException.Authentication || e instanceof VideosException.Permission) {
            return AUTHENTICATION;
        }
        if (e instanceof VideosException.NotFound) {
            return NOT_FOUND;
        }
        if (e instanceof VideosException.RateLimited || e instanceof VideosException.Busy) {
            return TRY_LATER;
        }
        return SERVICE_TROUBLE;
    }
}
