package io.jenkins.plugins.videogeneration.api;

/** Which failures of a call may be followed by the same call again. */
enum Repeatability {
    /** Asking twice does no harm. */
    SAFE {
        @Override
        boolean allowsAfter(VideosException e) {
            return e instanceof VideosException.Connection
                    || e instanceof VideosException.RateLimited
                    || e instanceof VideosException.Busy
                    || e instanceof VideosException.Server;
        }
    },
    /** Asking twice does no harm, but a service that wants to be asked later is to be heard by whoever asks. */
    SAFE_UNLESS_PUT_OFF {
        @Override
        boolean allowsAfter(VideosException e) {
            return SAFE.allowsAfter(e) && !e.putsOff();
        }
    },
    /**
     * Asking twice may be paid twice. Only a request that never left this machine, or that the service refused for now
     * (429, 409), is sent again; after anything else the render may be running.
     */
    PAID {
        @Override
        boolean allowsAfter(VideosException e) {
            if (e instanceof VideosException.Connection connection) {
                return !connection.requestSent();
            }
            return e instanceof VideosException.RateLimited || e instanceof VideosException.Busy;
        }
    };

    abstract boolean allowsAfter(VideosException e);
}
