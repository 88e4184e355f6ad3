package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Asks one service, with one key, how far all the renders are that wait for it: through its list where that saves
 * questions, else one by one. Its monitor guards who stands where: a render is on the agenda, in a round through the
 * list, being asked for, or being told; never in two of these. Questions and answers pass outside the monitor.
 */
final class StatusBoard implements ListRound.Listener, SingleQuestions.Listener {

    /** A page and the question that checks it are two requests: with three renders that is less. */
    static final int LIST_FROM = 3;

    /** After a restart hundreds of renders go on within moments: those that come together are asked for together. */
    private static final Duration GATHERING = Duration.ofMillis(250);

    /** When hundreds of renders end together, a few are confirmed before the others are looked for again. */
    private static final Duration AFTER_CONFIRMATIONS = Duration.ofSeconds(1);

    private final Timing timing;
    private final Executor worker;
    private final RenderTimes times = new RenderTimes();
    private final AskingRhythm rhythm;
    private final ListTrust list = new ListTrust();
    private final RatePause pause = new RatePause();
    private final SingleQuestions singles;

    private final Agenda agenda = new Agenda();
    private final Map<String, Set<AwaitedRender>> waiting = new HashMap<>();
    private final List<AwaitedRender> afterRound = new ArrayList<>();
    private ListRound round;
    private CompletableFuture<Void> timer;
    private Instant timerAt;

    StatusBoard(Timing timing, Executor worker) {
        this.timing = timing;
        this.worker = worker;
        this.rhythm = new AskingRhythm(timing, times);
        this.singles = new SingleQuestions(pause, timing, worker, this);
    }

    /** @param first the answer that is already known, or null to ask as soon as possible */
    void add(AwaitedRender render, Video first) {
        boolean alone;
        synchronized (this) {
            alone = waiting.isEmpty();
            waiting.computeIfAbsent(render.id(), id -> new LinkedHashSet<>()).add(render);
        }
        render.result().whenComplete((video, error) -> leave(render));
        if (first != null) {
            planAfter(render, rhythm.after(render.record(), first));
        } else {
            plan(render, alone ? now() : now().plus(GATHERING));
            if (alone) {
                worker.execute(this::wake);
            }
        }
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Somebody says that there is news of a render: it is asked for now, or as soon as the service lets itself be asked. */
    void ask(String id) {
        synchronized (this) {
            boolean pausing = pause.lasts(now());
            for (AwaitedRender render : waiting.getOrDefault(id, Set.of())) {
                if (agenda.remove(render)) {
                    if (pausing) {
                        agenda.put(render, render.beforeDeadline(pause.end()));
                    } else {
                        singles.add(render, null);
                    }
                }
            }
            arm();
        }
        singles.send();
    }

    private void leave(AwaitedRender render) {
        ListRound unwanted;
        synchronized (this) {
            waiting.computeIfPresent(render.id(), (id, same) -> same.remove(render) && same.isEmpty() ? null : same);
            agenda.remove(render);
            afterRound.remove(render);
            if (round != null) {
                round.take(render);
            }
            unwanted = waiting.isEmpty() ? round : null;
            if (waiting.isEmpty()) {
                disarm();
            }
        }
        render.breakOff();
        if (unwanted != null) {
            unwanted.breakOff();
        }
    }

    private void planAfter(AwaitedRender render, Duration delay) {
        Instant now = now();
        if (render.isAtDeadline(now)) {
            render.endAtDeadline();
            return;
        }
        Instant planned = now.plus(delay);
        plan(render, pause.end().isAfter(planned) ? pause.end() : planned);
    }

    private synchronized void plan(AwaitedRender render, Instant planned) {
        if (!render.isOver()) {
            // the last question is asked at the deadline, not after it
            agenda.put(render, render.beforeDeadline(planned));
            arm();
        }
    }

    /** Sets the one timer that there is to what is due first. */
    private synchronized void arm() {
        Instant next = agenda.next();
        if (next == null || (timerAt != null && !timerAt.isAfter(next))) {
            return;
        }
        disarm();
        try {
            timer = timing.after(Duration.between(now(), next));
        } catch (RejectedExecutionException e) {
            // the scheduler was shut down; what waits is in the journal
            return;
        }
        timerAt = next;
        timer.thenRunAsync(this::wake, worker);
    }

    private void disarm() {
        if (timer != null) {
            timer.cancel(false);
        }
        timer = null;
        timerAt = null;
    }

    private void wake() {
        ListRound begun = null;
        synchronized (this) {
            disarm();
            Instant now = now();
            List<AwaitedRender> due = new ArrayList<>(agenda.takeDue(now));
            due.stream().filter(render -> render.isAtDeadline(now)).forEach(render -> singles.add(render, null));
            due.removeIf(render -> render.isAtDeadline(now));
            if (pause.lasts(now)) {
                due.forEach(render -> agenda.put(render, render.beforeDeadline(pause.end())));
            } else if (!list.allows(now)) {
                due.forEach(render -> singles.add(render, null));
            } else if (round != null) {
                afterRound.addAll(due);
            } else {
                begun = begin(due, now);
            }
            arm();
        }
        if (begun != null) {
            begun.begin();
        }
        singles.send();
    }

    /** Begins a round if there is enough to ask for, else leaves it at single questions. */
    private ListRound begin(List<AwaitedRender> due, Instant now) {
        List<AwaitedRender> soon = agenda.soon(now);
        if (due.isEmpty() || due.size() + soon.size() < LIST_FROM) {
            due.forEach(render -> singles.add(render, null));
            return null;
        }
        due.addAll(soon);
        due.forEach(agenda::remove);
        round = new ListRound(due, this, timing, worker);
        return round;
    }

    @Override
    public int found(ListRound from, List<Video> videos) {
        List<Runnable> news = new ArrayList<>();
        int found = 0;
        synchronized (this) {
            for (Video video : videos) {
                for (AwaitedRender render : waiting.getOrDefault(video.id(), Set.of())) {
                    // what is being asked for, or being told, hears of it there
                    if (from.take(render) || agenda.remove(render) || afterRound.remove(render)) {
                        found++;
                        boolean end = video.status().isFinal();
                        if (render == from.witness() || (end && list.needsConfirmation(video))) {
                            singles.add(render, video);
                        } else if (!end || list.isProved()) {
                            news.add(() -> tell(render, video, true));
                        } else if (from.mayConfirm()) {
                            singles.add(render, video);
                        } else {
                            agenda.put(render, render.beforeDeadline(now().plus(AFTER_CONFIRMATIONS)));
                        }
                    }
                }
            }
        }
        arm();
        news.forEach(worker::execute);
        singles.send();
        return found;
    }

    @Override
    public void over(ListRound ended, Throwable error) {
        List<AwaitedRender> missing;
        synchronized (this) {
            round = null;
            missing = ended.missing();
            afterRound.forEach(render -> agenda.put(render, now()));
            afterRound.clear();
            arm();
        }
        boolean passing = error instanceof VideosException failure && isPassing(failure);
        if (!ended.isBrokenOff()) {
            judge(ended, error, passing);
        }
        if (passing) {
            missing.forEach(render -> failed(render, error));
        } else {
            missing.forEach(render -> singles.add(render, null));
        }
        singles.send();
    }

    /** Whether the list was of use; that it is put off is not its fault. */
    private void judge(ListRound ended, Throwable error, boolean passing) {
        if (error == null) {
            if (ended.pages() > 0) {
                list.read(ended.pages(), ended.found(), now());
            }
        } else if (error instanceof VideosException failure && failure.putsOff()) {
            return;
        } else if (passing || !(error instanceof VideosException)) {
            list.failed(now());
        } else {
            list.refused(now());
        }
    }

    /** A refusal of the list says nothing of the renders: they are asked for one by one. */
    private static boolean isPassing(VideosException e) {
        return e.putsOff()
                || e instanceof VideosException.Server
                || e instanceof VideosException.Connection
                || e instanceof VideosException.Busy;
    }

    @Override
    public void answered(SingleQuestions.Question question, Video answer, Throwable error) {
        AwaitedRender render = question.render();
        if (error != null) {
            failed(render, error);
            return;
        }
        pause.passed();
        if (question.listed() != null) {
            list.compare(question.listed(), answer, now());
        }
        tell(render, answer, false);
    }

    private void tell(AwaitedRender render, Video video, boolean fromList) {
        if (render.isOver()) {
            return;
        }
        try {
            if (render.hear(video)) {
                times.learn(render.record(), video, now());
            } else {
                planAfter(render, fromList ? rhythm.afterList(render.record()) : rhythm.after(render.record(), video));
            }
        } catch (RuntimeException e) {
            render.result().completeExceptionally(e);
        }
    }

    private void failed(AwaitedRender render, Throwable error) {
        Duration hint = error instanceof VideosException failure
                ? failure.failure().retryHint().after()
                : null;
        if (error instanceof VideosException failure && failure.putsOff()) {
            pause.begin(hint == null ? null : AskingRhythm.within(hint), now());
            singles.takeAll().forEach(other -> plan(other, pause.end()));
        }
        if (!render.isOver() && !render.fail(error)) {
            planAfter(render, rhythm.afterFailure(render.record(), hint));
        }
    }

    private Instant now() {
        return timing.clock().instant();
    }
}
