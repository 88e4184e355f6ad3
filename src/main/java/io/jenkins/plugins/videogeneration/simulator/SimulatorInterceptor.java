package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/**
 * The front inside the process: an OkHttp client that has this as its last interceptor never opens a socket, whatever host its URLs name.
 *
 * <pre>{@code
 * OkHttpClient client = base.newBuilder().addInterceptor(new SimulatorInterceptor(simulator)).build();
 * }</pre>
 */
public final class SimulatorInterceptor implements Interceptor {

    private final VideosSimulator simulator;

    /** @param simulator may have other fronts as well */
    public SimulatorInterceptor(VideosSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (chain.call().isCanceled()) {
            throw new IOException("Canceled");
        }
        Request request = chain.request();
        ApiResponse answer = simulator.answer(received(request));
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message("simulated")
                .headers(answer.headers())
                .header("content-length", Integer.toString(answer.body().length))
                .body(body(answer))
                .build();
    }

    /** What would arrive on the other side of a socket. */
    private ApiRequest received(Request request) throws IOException {
        Buffer content = new Buffer();
        Headers headers = request.headers();
        RequestBody body = request.body();
        if (body != null) {
            MediaType type = body.contentType();
            if (type != null) {
                // OkHttp would have done this further down the chain.
                headers = headers.newBuilder()
                        .set("content-type", type.toString())
                        .build();
            }
            Limits limits = simulator.settings().limits();
            long limit = Math.max(limits.jsonBytes(), limits.uploadBytes()) + 1;
            try (BufferedSink sink = Okio.buffer(new BoundedSink(content, limit))) {
                body.writeTo(sink);
            }
        }
        return new ApiRequest(request.method(), request.url(), headers, content);
    }

    private static ResponseBody body(ApiResponse answer) {
        Buffer content = new Buffer().write(answer.body());
        Source source = answer.cutAfter().isPresent()
                ? new CutSource(content, answer.cutAfter().getAsInt())
                : content;
        String type = answer.headers().get("content-type");
        return ResponseBody.create(
                Okio.buffer(source), type == null ? null : MediaType.parse(type), answer.body().length);
    }
}
