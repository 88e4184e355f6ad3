package io.jenkins.plugins.videogeneration.step;

import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** Stands before a service, and takes to it what shall not meet a fault. */
final class PassingOn implements Function<RecordedRequest, MockResponse> {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestService behind;
    private final String faulty;
    private final AtomicInteger left;

    /**
     * @param faulty a pattern of the method and the target of requests that meet the fault
     * @param times how many of them do
     */
    PassingOn(TestService behind, String faulty, int times) {
        this.behind = behind;
        this.faulty = faulty;
        this.left = new AtomicInteger(times);
    }

    /** @return null if the request meets the fault */
    @Override
    public MockResponse apply(RecordedRequest request) {
        boolean meant = (request.getMethod() + " " + request.getTarget()).matches(faulty);
        return meant && left.getAndDecrement() > 0 ? null : answerOf(request);
    }

    private MockResponse answerOf(RecordedRequest request) {
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        HttpRequest.Builder copy = HttpRequest.newBuilder(
                        URI.create(behind.baseUrl()).resolve(request.getTarget()))
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + TestService.KEY);
        String type = request.getHeaders().get("Content-Type");
        if (type != null) {
            copy.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> answer = http.send(copy.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new MockResponse.Builder()
                    .code(answer.statusCode())
                    .setHeader(
                            "Content-Type",
                            answer.headers().firstValue("Content-Type").orElse(""))
                    .body(new Buffer().write(answer.body()))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
