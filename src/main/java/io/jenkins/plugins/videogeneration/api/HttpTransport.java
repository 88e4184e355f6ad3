package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Makes one attempt at a call: sends, follows redirects, and hands the answer to its reader. */
final class HttpTransport {

    private final RedirectRule redirects;
    private final FailureReader failures;

    HttpTransport(RedirectRule redirects, FailureReader failures) {
        this.redirects = redirects;
        this.failures = failures;
    }

    <T> CompletableFuture<T> send(OkHttpClient client, Request request, AnswerReader<T> reader) {
        Exchange<T> exchange = new Exchange<>(client, request, reader);
        exchange.enqueue(request, 0);
        return exchange.result;
    }

    private final class Exchange<T> {
        private final OkHttpClient client;
        private final Request first;
        private final AnswerReader<T> reader;
        private final CompletableFuture<T> result = new CompletableFuture<>();

        Exchange(OkHttpClient client, Request first, AnswerReader<T> reader) {
            this.client = client;
            this.first = first;
            this.reader = reader;
        }

        void enqueue(Request request, int redirectsSoFar) {
            SendTracker tracker = new SendTracker();
            Call call = client.newCall(
                    request.newBuilder().tag(SendTracker.class, tracker).build());
            result.whenComplete((value, error) -> {
                if (result.isCancelled()) {
                    call.cancel();
                }
            });
            call.enqueue(new Callback() {
                @Override
                public void onFailure(Call failed, IOException e) {
                    result.completeExceptionally(failures.ofConnection(first, !tracker.provesNothingWasSent(), e));
                }

                @Override
                public void onResponse(Call answered, Response response) {
                    answered(response, redirectsSoFar);
                }
            });
        }

        private void answered(Response response, int redirectsSoFar) {
            try (ResponseBody body = response.body()) {
                var next = redirects.next(response.request(), response, redirectsSoFar);
                if (next.isPresent()) {
                    enqueue(next.get(), redirectsSoFar + 1);
                } else {
                    result.complete(reader.read(new HttpAnswer(first, response, body)));
                }
            } catch (IOException e) {
                result.completeExceptionally(failures.ofConnection(first, true, e));
            } catch (RuntimeException | Error e) {
                // OkHttp would drop it, and whoever waits for the result would wait for ever
                result.completeExceptionally(e);
            }
        }
    }
}
