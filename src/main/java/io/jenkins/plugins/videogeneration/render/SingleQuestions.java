package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The questions for one render each, of which only so many are under way at a time. Builds take turns: one that waits
 * for hundreds does not keep the others waiting.
 */
final class SingleQuestions {

    /**
     * One question.
     *
     * @param render whom it is about
     * @param listed what the list said of it, to be compared with the answer, or null
     */
    record Question(AwaitedRender render, Video listed) {}

    /** Hears the answers, on the worker. */
    interface Listener {
        /** One of {@code answer} and {@code error} is null. */
        void answered(Question question, Video answer, Throwable error);
    }

    private final RatePause pause;
    private final Timing timing;
    private final Executor worker;
    private final Listener listener;

    private final Map<String, Deque<Question>> queues = new LinkedHashMap<>();
    private int inFlight;
    private boolean sending;

    SingleQuestions(RatePause pause, Timing timing, Executor worker, Listener listener) {
        this.pause = pause;
        this.timing = timing;
        this.worker = worker;
        this.listener = listener;
    }

    synchronized void add(AwaitedRender render, Video listed) {
        queues.computeIfAbsent(render.context().owner(), owner -> new ArrayDeque<>())
                .addLast(new Question(render, listed));
    }

    /** Takes back what was not asked yet. */
    synchronized List<AwaitedRender> takeAll() {
        List<AwaitedRender> all = new ArrayList<>();
        queues.values().forEach(queue -> queue.forEach(question -> all.add(question.render())));
        queues.clear();
        return all;
    }

    /** Asks as many as may be asked now; the rest follows by itself. */
    void send() {
        synchronized (this) {
            if (sending) {
                // whoever is at it sees what was added since: an answer may come while its question is being sent
                return;
            }
            sending = true;
        }
        for (Question next = next(); next != null; next = next()) {
            Question question = next;
            CompletableFuture<Video> call = question.render().ask(timing.clock().instant());
            call.whenCompleteAsync((answer, error) -> ended(question, answer, error), worker);
        }
    }

    private void ended(Question question, Video answer, Throwable error) {
        synchronized (this) {
            inFlight--;
        }
        try {
            listener.answered(question, answer, error == null ? null : RenderRun.unwrap(error));
        } finally {
            send();
        }
    }

    private synchronized Question next() {
        while (inFlight < pause.inFlight() && !queues.isEmpty()) {
            Question question = takeFromTheNextBuild();
            if (!question.render().isOver()) {
                inFlight++;
                return question;
            }
        }
        sending = false;
        return null;
    }

    private Question takeFromTheNextBuild() {
        Map.Entry<String, Deque<Question>> first = queues.entrySet().iterator().next();
        queues.remove(first.getKey());
        Question question = first.getValue().removeFirst();
        if (!first.getValue().isEmpty()) {
            // to the end of the line
            queues.put(first.getKey(), first.getValue());
        }
        return question;
    }
}
