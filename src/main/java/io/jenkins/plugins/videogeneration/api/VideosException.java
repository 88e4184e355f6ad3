package io.jenkins.plugins.videogeneration.api;

import java.util.Objects;

/** A call that the Videos API did not fulfil. Its subclasses tell what that means to the caller. */
public abstract sealed class VideosException extends RuntimeException implements Worded {

    private static final long serialVersionUID = 1L;

    private final ApiFailure failure;

    private VideosException(ApiFailure failure, Throwable cause) {
        super(Objects.requireNonNull(failure, "failure").describe(), cause);
        this.failure = failure;
    }

    public ApiFailure failure() {
        return failure;
    }

    @Override
    public Text text() {
        return failure.text();
    }

    /** What the person who sees the error can do about it; a whole sentence. */
    public abstract Text adviceText();

    /** {@link #adviceText} in English. */
    public final String advice() {
        return adviceText().words();
    }

    /**
     * Whether the service may have acted on the request all the same. After a paid request that means that a render may
     * be running.
     */
    public boolean leavesOpenWhetherDone() {
        return false;
    }

    /** Whether the service is there, but wants fewer questions: 429, or a failure that names a time to come back. */
    public boolean putsOff() {
        return this instanceof RateLimited
                || (this instanceof Server && failure.retryHint().after() != null);
    }

    /**
     * Whether a later attempt may have success without anybody's doing: a service that is dead or has too much to do may
     * come back; a refusal hardly turns into a yes.
     */
    public boolean mayPass() {
        return this instanceof Connection
                || this instanceof Server
                || this instanceof RateLimited
                || this instanceof Busy;
    }

    /** The service refuses the request as it is (400, 413, 422 and the like); {@code param} names the field, if known. */
    public static final class BadRequest extends VideosException {
        private static final long serialVersionUID = 1L;

        BadRequest(ApiFailure failure) {
            super(failure, null);
        }

        @Override
        public Text adviceText() {
            if (VideoError.isModeration(failure().code(), failure().message())) {
                return VideoError.MODERATION_ADVICE;
            }
            return failure().param() == null
                    ? Text.of("api.BadRequest.advice")
                    : Text.of("api.BadRequest.adviceForField", failure().param());
        }
    }

    /** The key is missing, unknown or expired (401). */
    public static final class Authentication extends VideosException {
        private static final long serialVersionUID = 1L;

        Authentication(ApiFailure failure) {
            super(failure, null);
        }

        @Override
        public Text adviceText() {
            return Text.of("api.Authentication.advice");
        }
    }

    /** The key is known, but may not do this, or has nothing left to pay with (402, 403). */
    public static final class Permission extends VideosException {
        private static final long serialVersionUID = 1L;

        Permission(ApiFailure failure) {
            super(failure, null);
        }

        @Override
        public Text adviceText() {
            return Text.of("api.Permission.advice");
        }
    }

    /** There is no such video, or no longer (404, 410); at a wrong base URL everything is not found. */
    public static final class NotFound extends VideosException {
        private static final long serialVersionUID = 1L;

        NotFound(ApiFailure failure) {
            super(failure, null);
        }

        @Override
        public Text adviceText() {
            return Text.of("api.NotFound.advice");
        }
    }

    /** The service does not have this operation (404 for its path, 405, 501). */
    public static final class Unsupported extends VideosException {
        private static final long serialVersionUID = 1L;

        Unsupported(ApiFailure failure) {
            super(failure, null);
        }

        @Override
        public Text adviceText() {
            return failure().status() == 404
                    ? Text.of("api.Unsupported.adviceNotFound")
                    : Text.of("api.Unsupported.advice");
        }
    }

    /** Too many requests (429). */
    public static final class RateLimited extends VideosException {
        private static final long serialVersionUID = 1L;

        RateLimited(ApiFailure failure) {
            super(failure, null);
        }

        @Override
        public Text adviceText() {
            return Text.of("api.RateLimited.advice");
        }
    }

    /** The service is doing something else and did not take the request (409). */
    public static final class Busy extends VideosException {
        private static final long serialVersionUID = 1L;

        Busy(ApiFailure failure) {
            super(failure, null);
        }

        @Override
        public Text adviceText() {
            return Text.of("api.Busy.advice");
        }
    }

    /** The service failed (408, 5xx). After a paid request this leaves open whether the render was started. */
    public static final class Server extends VideosException {
        private static final long serialVersionUID = 1L;

        Server(ApiFailure failure) {
            super(failure, null);
        }

        @Override
        public boolean leavesOpenWhetherDone() {
            return true;
        }

        @Override
        public Text adviceText() {
            return Text.of("api.Server.advice");
        }
    }

    /** What answered does not speak the Videos API: a login page, a proxy's page, another service. */
    public static final class NotAVideosApi extends VideosException {
        private static final long serialVersionUID = 1L;

        NotAVideosApi(ApiFailure failure) {
            super(failure, null);
        }

        /** What answers 2xx in a way that can't be read, or sends us elsewhere, may have done what was asked. */
        @Override
        public boolean leavesOpenWhetherDone() {
            return failure().status() < 400;
        }

        @Override
        public Text adviceText() {
            return Text.of("api.NotAVideosApi.advice");
        }
    }

    /** There was no complete answer: the name is unknown, nobody listens, TLS failed, or the connection broke. */
    public static final class Connection extends VideosException {
        private static final long serialVersionUID = 1L;
        private final boolean requestSent;

        Connection(ApiFailure failure, boolean requestSent, Throwable cause) {
            super(failure, cause);
            this.requestSent = requestSent;
        }

        @Override
        public boolean leavesOpenWhetherDone() {
            return requestSent;
        }

        /**
         * False if it is sure that not a byte of the request left this machine, so that the service cannot have acted on
         * it. Requests without a body, which may be made again in any case, are not watched for that.
         */
        public boolean requestSent() {
            return requestSent;
        }

        @Override
        public Text adviceText() {
            return Text.of("api.Connection.advice");
        }
    }
}
