package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Turns whatever went wrong into the exception that says what it means. */
final class FailureReader {

    private static final int HTTP_PROXY_AUTHENTICATION = 407;

    private final Endpoint endpoint;
    private final Secrets secrets;
    private final InstantSource clock;

    FailureReader(Endpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.secrets = Secrets.of(endpoint);
        this.clock = clock;
    }

    /** The exception for an answer that is no 2xx. */
    VideosException ofStatus(HttpAnswer answer, byte[] body) {
        int status = answer.response().code();
        if (LoginPage.isWhereItLeads(answer.response())) {
            ErrorBody error = new ErrorBody(Text.of("api.FailureReader.login"), null, null);
            return new VideosException.Authentication(failure(answer, error));
        }
        if (status == HTTP_PROXY_AUTHENTICATION) {
            // a proxy on the way answered: the service has heard nothing
            ErrorBody said = new ErrorBody(Text.of("api.FailureReader.proxyPassword"), null, null);
            return new VideosException.Connection(failure(answer, said), false, null);
        }
        // where a redirect goes is not told: the address may be a signed one
        ApiFailure failure = failure(
                answer,
                answer.response().isRedirect()
                        ? new ErrorBody(Text.of("api.FailureReader.redirect"), null, null)
                        : ErrorBody.read(body, this::redact));
        if (status >= 500 || status == 408 || status == 425) {
            return status == 501 ? new VideosException.Unsupported(failure) : new VideosException.Server(failure);
        }
        return switch (status) {
            case 401 -> new VideosException.Authentication(failure);
            case 402, 403 -> new VideosException.Permission(failure);
            case 404, 410 -> new VideosException.NotFound(failure);
            case 405 -> new VideosException.Unsupported(failure);
            case 409 -> new VideosException.Busy(failure);
            case 429 -> new VideosException.RateLimited(failure);
            default ->
                status >= 400 ? new VideosException.BadRequest(failure) : new VideosException.NotAVideosApi(failure);
        };
    }

    /** The exception for a 2xx that holds something else than what was asked for. */
    VideosException ofContent(HttpAnswer answer, Text expected, byte[] body) {
        String named = answer.contentType();
        Text type = DownloadedContent.typeInWords(named == null ? null : redact(named));
        Text said = body.length == 0
                ? Text.of("api.FailureReader.other", type, expected)
                : Text.of(
                        "api.FailureReader.otherSaying",
                        type,
                        expected,
                        ErrorBody.read(body, this::redact).said());
        return new VideosException.NotAVideosApi(failure(answer, new ErrorBody(said, null, null)));
    }

    /** The exception for a service that gives the video itself, whatever variant it is asked for. */
    VideosException ofMissingVariant(HttpAnswer answer, ContentVariant variant) {
        Text said = Text.of("api.FailureReader.itself", variant.parameter());
        return new VideosException.Unsupported(failure(answer, new ErrorBody(said, null, null)));
    }

    /** The exception for an answer that never came, or not whole. */
    VideosException ofConnection(Request request, boolean requestSent, IOException e) {
        ApiFailure failure = ApiFailure.withoutAnswer(request.method(), path(request.url()), explain(request, e));
        return new VideosException.Connection(failure, requestSent, withoutKey(e));
    }

    private ApiFailure failure(HttpAnswer answer, ErrorBody error) {
        ApiFailure.RetryHint hint = new ApiFailure.RetryHint(
                RetryAfter.read(answer.response().headers(), clock.instant()),
                "false".equalsIgnoreCase(answer.header("x-should-retry")));
        return new ApiFailure(
                answer.asked().method(),
                path(answer.asked().url()),
                answer.response().code(),
                error.code(),
                error.param(),
                error.said(),
                requestId(answer),
                hint);
    }

    /** An address elsewhere may be a signed one, whose path is as good as a key for a while. */
    private String path(HttpUrl url) {
        return endpoint.isSameOrigin(url) ? url.encodedPath() : null;
    }

    String requestId(HttpAnswer answer) {
        String id = answer.header("x-request-id");
        return id == null ? null : ErrorBody.clean(redact(id));
    }

    /** The text without the key: some services quote the key that they refuse. */
    String redact(String text) {
        return secrets.redact(text);
    }

    /** OkHttp quotes what it can't read; if that holds the key, only the kind and the place of the failure are kept. */
    private IOException withoutKey(IOException e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        if (redact(trace.toString()).contentEquals(trace.getBuffer())) {
            return e;
        }
        IOException blotted = new IOException(redact(e.toString()));
        blotted.setStackTrace(e.getStackTrace());
        return blotted;
    }

    private Text explain(Request request, IOException e) {
        String server = shown(request.url().host() + ":" + request.url().port());
        Text why = Text.saidBy(e).withTheirs(this::shown);
        if (e instanceof UnknownHostException) {
            return Text.of("api.FailureReader.unknownName", shown(request.url().host()));
        }
        if (e instanceof ConnectException) {
            return Text.of("api.FailureReader.noConnection", server, why);
        }
        if (e instanceof SSLException) {
            return Text.of("api.FailureReader.noTls", server, why);
        }
        if (e instanceof InterruptedIOException) {
            return Text.of("api.FailureReader.noAnswer", server, why);
        }
        return Text.of("api.FailureReader.broke", server, why);
    }

    private String shown(String text) {
        return ErrorBody.clean(redact(text));
    }
}
