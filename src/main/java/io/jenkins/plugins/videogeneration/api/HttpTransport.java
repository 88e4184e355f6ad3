package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Makes one attempt at a call: sends, follows redirects, and hands the answer to its reader. */
final class HttpTransport {

    private final RedirectRule redirects;
    private final FailureReader failures;

    HttpTransport(RedirectRule redirects, FailureReader failures) {
        this.redirects = redirects;
        this.failures = failures;
    }

    /** Sends on a thread of the client; cancelling what is returned ends the call. */
    <T> CompletableFuture<T> send(OkHttpClient client, Request request, AnswerReader<T> reader) {
        Exchange<T> exchange = new Exchange<>(client, request, reader);
        try {
            // not through enqueue, which allocates as much again as the question itself, to give the thread a name
            client.dispatcher().executorService().execute(exchange);
        } catch (RejectedExecutionException e) {
            exchange.completeExceptionally(
                    failures.ofConnection(request, false, new InterruptedIOException("the client is closed")));
        }
        return exchange;
    }

    private final class Exchange<T> extends CompletableFuture<T> implements Runnable {
        private final OkHttpClient client;
        private final Request first;
        private final AnswerReader<T> reader;
        private volatile Call call;

        Exchange(OkHttpClient client, Request first, AnswerReader<T> reader) {
            this.client = client;
            this.first = first;
            this.reader = reader;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            Call running = call;
            if (running != null) {
                running.cancel();
            }
            return cancelled;
        }

        @Override
        public void run() {
            try {
                Request next = first;
                for (int redirectsSoFar = 0; next != null && !isDone(); redirectsSoFar++) {
                    next = make(next, redirectsSoFar);
                }
            } catch (RuntimeException | Error e) {
                // the thread would drop it, and whoever waits for the result would wait for ever
                completeExceptionally(e);
            }
        }

        /** @return the request to go on with, or null if there is nothing more to send */
        private Request make(Request request, int redirectsSoFar) {
            SendTracker tracker = new SendTracker();
            Call made = client.newCall(tracker.watching(request));
            call = made;
            if (isDone()) {
                return null;
            }
            try (Response response = made.execute()) {
                Optional<Request> next = redirects.next(response.request(), response, redirectsSoFar);
                if (next.isEmpty()) {
                    complete(reader.read(new HttpAnswer(first, response, response.body())));
                }
                return next.orElse(null);
            } catch (IOException e) {
                completeExceptionally(failures.ofConnection(first, !tracker.provesNothingWasSent(), e));
                return null;
            }
        }
    }
}
