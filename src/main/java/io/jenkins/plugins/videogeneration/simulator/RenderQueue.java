package io.jenkins.plugins.videogeneration.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes renders in: decides when a job will start, finish and fail, and writes it down. */
final class RenderQueue {

    private final SimulatorSettings settings;
    private final Records<Job> jobs;
    private final Ids ids;

    RenderQueue(SimulatorSettings settings, Records<Job> jobs, Ids ids) {
        this.settings = settings;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** @throws ApiError 409, 429 or 503 when the server does not take it on; 500 or the like when a rule says that this prompt's call fails */
    synchronized Job submit(RenderOrder order, Instant now) {
        checkLoad(order, now);
        Optional<JobError> error = fate(order.prompt());
        forgetOld(now);
        Duration rendering = error.isPresent() ? settings.renderTime().dividedBy(2) : settings.renderTime();
        Instant startsAt = now.plus(settings.queueTime());
        Instant finishesAt = startsAt.plus(rendering);
        Job job = new Job(
                ids.video(),
                order.model(),
                order.prompt(),
                order.size(),
                order.seconds(),
                order.extensions(),
                now,
                startsAt,
                finishesAt,
                finishesAt.plus(settings.dialect().renders().filesKeptFor()),
                error,
                order.remixedFrom());
        jobs.add(job);
        return job;
    }

    private void checkLoad(RenderOrder order, Instant now) {
        if (load().unloadedModel().filter(order.model()::equals).isPresent()) {
            throw ApiError.of(503, "The model is not loaded.");
        }
        List<Job> known = jobs.all();
        if (load().oneAtATime()
                && known.stream().anyMatch(job -> !job.status(now).terminal())) {
            throw ApiError.of(409, "Another video is being generated.");
        }
        Instant aMinuteAgo = now.minus(Duration.ofMinutes(1));
        long latest = known.stream()
                .filter(job -> job.createdAt().isAfter(aMinuteAgo))
                .count();
        if (latest >= load().createsPerMinute()) {
            throw ApiError.of(429, "Too many running tasks");
        }
    }

    private LoadRules load() {
        return settings.dialect().load();
    }

    private Optional<JobError> fate(String prompt) {
        for (PromptRule rule : settings.promptRules()) {
            if (rule.concerns(prompt)) {
                return Optional.of(
                        switch (rule.effect()) {
                            case MODERATION_BLOCKED -> JobError.moderationBlocked();
                            case JOB_FAILS -> JobError.serverError();
                            case CALL_FAILS -> throw ApiError.of(load().failedCallStatus(), "The server had an error.");
                        });
            }
        }
        return Optional.empty();
    }

    private void forgetOld(Instant now) {
        List<Job> known = jobs.all();
        int tooMany = known.size() - settings.limits().jobs() + 1;
        Instant oldest = now.minus(settings.limits().jobsKeptFor());
        for (int i = 0; i < known.size(); i++) {
            if (i < tooMany || known.get(i).createdAt().isBefore(oldest)) {
                jobs.remove(known.get(i).id());
            }
        }
    }
}
