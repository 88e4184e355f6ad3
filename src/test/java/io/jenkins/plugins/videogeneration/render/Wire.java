package io.jenkins.plugins.videogeneration.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * The way between the client and the simulator. A test can look at what passes, in the moment when it passes, and change
 * it.
 */
final class Wire implements Interceptor {

    /** What a request asks for. */
    enum Kind {
        SUBMIT,
        POLL,
        LIST,
        CONTENT,
        DELETE,
        /** A video or picture at an address that the service has named. */
        FILE;

        static Kind of(Request request) {
            String path = request.url().encodedPath();
            return switch (request.method()) {
                case "POST" -> SUBMIT;
                case "DELETE" -> DELETE;
                default -> ofGet(path);
            };
        }

        private static Kind ofGet(String path) {
            if (path.startsWith("/files/")) {
                return FILE;
            }
            return path.endsWith("/content") ? CONTENT : path.endsWith("/videos") ? LIST : POLL;
        }
    }

    /** Something that happens to an answer. */
    @FunctionalInterface
    interface Change {
        Response of(Response answer) throws IOException;
    }

    private static final String STATUS = "\"status\":\"[a-z_]+\"";

    /** A point that each request and each answer has to pass. */
    @FunctionalInterface
    interface Gate {
        void pass() throws IOException;
    }

    private record Rule(Kind kind, Times times, Runnable onArrival, Change change) {}

    private record Instead(Kind kind, Times times, String type, byte[] content) {}

    private record Times(AtomicInteger left) {
        Times(int times) {
            this(new AtomicInteger(times));
        }

        boolean take() {
            return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
        }
    }

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Instead> instead = new CopyOnWriteArrayList<>();
    private final List<Kind> seen = new CopyOnWriteArrayList<>();
    private volatile Gate gate = () -> {};

    void gate(Gate everything) {
        gate = everything;
    }

    /** Runs while each request of a kind is under way, before the service hears of it. */
    void onArrival(Kind kind, Runnable action) {
        rules.add(new Rule(kind, new Times(Integer.MAX_VALUE), action, answer -> answer));
    }

    /** Changes the next answers to requests of a kind. */
    void change(Kind kind, int times, Change change) {
        rules.add(new Rule(kind, new Times(times), () -> {}, change));
    }

    /** Gives the next requests of a kind this content, and does not let them reach the service. */
    void replace(Kind kind, int times, String type, byte[] content) {
        instead.add(new Instead(kind, new Times(times), type, content));
    }

    /** Changes the text of the next answers to requests of a kind. */
    void rewrite(Kind kind, int times, String pattern, String replacement) {
        change(kind, times, answer -> rewritten(answer, pattern, replacement));
    }

    /** Has the next questions answered with these words for the status, one after the other. */
    void status(String... words) {
        Iterator<String> left = List.of(words).iterator();
        change(Kind.POLL, words.length, answer -> rewritten(answer, STATUS, "\"status\":\"" + left.next() + "\""));
    }

    /** Has all questions answered with this word for the status. */
    void statusForEver(String word) {
        rewrite(Kind.POLL, Integer.MAX_VALUE, STATUS, "\"status\":\"" + word + "\"");
    }

    /** Sets a header of all answers to requests of a kind, or removes it if the value is null. */
    void header(Kind kind, String name, String value) {
        change(kind, Integer.MAX_VALUE, answer -> {
            Response.Builder changed = answer.newBuilder().removeHeader(name);
            return (value == null ? changed : changed.header(name, value)).build();
        });
    }

    /** From now on everything passes as it is. */
    void forget() {
        rules.clear();
        instead.clear();
    }

    /** How many requests there were, of whatever kind. */
    int total() {
        return seen.size();
    }

    /** How many requests of a kind were made, answered or not. */
    long count(Kind kind) {
        return seen.stream().filter(kind::equals).count();
    }

    /** All requests, in order. */
    List<Kind> seen() {
        return List.copyOf(seen);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        gate.pass();
        Kind kind = Kind.of(chain.request());
        seen.add(kind);
        List<Rule> mine = rules.stream().filter(rule -> rule.kind() == kind).toList();
        mine.forEach(rule -> rule.onArrival().run());
        Response answer = answer(chain, kind);
        for (Rule rule : mine) {
            if (rule.times().take()) {
                answer = rule.change().of(answer);
            }
        }
        gate.pass();
        return answer;
    }

    private Response answer(Chain chain, Kind kind) throws IOException {
        for (Instead other : instead) {
            if (other.kind() == kind && other.times().take()) {
                return new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(other.content(), MediaType.get(other.type())))
                        .build();
            }
        }
        return chain.proceed(chain.request());
    }

    private static Response rewritten(Response answer, String pattern, String replacement) throws IOException {
        String text = answer.body().string().replaceAll(pattern, replacement);
        return with(answer, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer with another body, whole and with its own length. */
    static Response with(Response answer, String type, byte[] content) {
        answer.close();
        return answer.newBuilder()
                .code(200)
                .removeHeader("content-length")
                .body(ResponseBody.create(content, MediaType.get(type)))
                .build();
    }

    /** The answer with another body, whose length is not announced, as from a server that closes when it has sent all. */
    static Response ofUnknownLength(Response answer, BufferedSource content) {
        MediaType type = answer.body().contentType();
        return answer.newBuilder()
                .removeHeader("content-length")
                .body(ResponseBody.create(content, type, -1))
                .build();
    }
}
